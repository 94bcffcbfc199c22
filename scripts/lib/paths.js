import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
/** The Node that the product runs on; npm brings it. */
export const ownNode = join(root, "node_modules", ".bin", "node");
/** What earlier runs of these scripts have done; gone together with the packages. */
export const stampFolder = join(root, "node_modules", ".veche");
/** Made by the build. */
export const serverMain = join(root, "apps/server/dist/main.js");
