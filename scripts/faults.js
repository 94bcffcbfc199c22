// The long rounds of the fault harness: `npm run faults` (20 of each), `npm run faults -- f1 f2` for some,
// FAULT_ROUNDS and FAULT_SEED for other counts and seeds. Limits in seconds count here.
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const chosen = process.argv
  .slice(2)
  .map((name) => `e2e/faults/rounds/${name.toLowerCase()}-`);

const child = spawn(
  process.execPath,
  [
    join(root, "node_modules/vitest/vitest.mjs"),
    "run",
    "--project",
    "faults",
    ...chosen,
  ],
  {
    cwd: root,
    stdio: "inherit",
    env: { FAULT_ROUNDS: "20", FAULT_TIMES: "strict", ...process.env },
  },
);
child.on("exit", (code) => (process.exitCode = code ?? 1));
