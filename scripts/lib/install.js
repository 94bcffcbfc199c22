import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { ownNode, root } from "./paths.js";
import { run, showProgress } from "./progress.js";
import { hashOf, readStamp, writeStamp } from "./stamp.js";

const stampName = "installed";
const lockFile = "package-lock.json";
// Nothing of ours needs install scripts, and a package that does is not ours. Builds need the development packages
// in production as well.
const flags = [
  "ci",
  "--ignore-scripts",
  "--include=dev",
  "--include=optional",
  "--no-audit",
  "--no-fund",
];

/** True when the packages are those of the lock file. */
export function isInstalled() {
  if (!existsSync(ownNode)) return false;
  if (readStamp(stampName) === hashOf([lockFile])) return true;
  // Somebody ran npm by hand: its own record of what it did must be the younger of the two.
  const record = join(root, "node_modules", ".package-lock.json");
  return (
    existsSync(record) &&
    statSync(record).mtimeMs >= statSync(join(root, lockFile)).mtimeMs
  );
}

export async function installPackages() {
  if (!isInstalled()) await showProgress("Installing packages", runNpm);
  const wanted = hashOf([lockFile]);
  if (readStamp(stampName) !== wanted) writeStamp(stampName, wanted);
}

async function runNpm() {
  const isDone = await run("npm", flags).then(
    () => existsSync(ownNode),
    () => false,
  );
  if (!isDone) {
    // npm 10, which comes with Node 20, fails on some lock files that npm 11 wrote, and leaves out the Node package.
    process.stdout.write("\nnpm could not do it, trying with npm 11\n");
    await run("npx", ["--yes", "npm@11", ...flags]);
  }
  if (!existsSync(ownNode)) {
    throw new Error(
      `npm brought no Node 24 for ${process.platform}-${process.arch}: Veche runs on linux-x64 and linux-arm64.`,
    );
  }
}
