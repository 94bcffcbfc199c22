import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { installPackages } from "./install.js";
import { ownNode, root } from "./paths.js";

/**
 * Runs a command of the server beside it, with what was said after its name, and ends as it ends.
 * @param {string} file
 */
export async function runBeside(file) {
  await installPackages();
  const { status } = spawnSync(
    ownNode,
    [join(root, file), ...process.argv.slice(2)],
    { stdio: "inherit" },
  );
  process.exit(status ?? 1);
}
