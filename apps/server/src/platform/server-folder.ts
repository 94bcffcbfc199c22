import { findPackageJSON } from "node:module";
import { dirname } from "node:path";

const manifest = findPackageJSON(import.meta.url);
if (manifest === undefined) throw new Error("the server has no package.json");

/** This package's folder, seen from its sources as well as from what is built of them. */
export const serverFolder = dirname(manifest);
