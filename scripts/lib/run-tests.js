import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ownNode, root, stampFolder } from "./paths.js";

/** What was counted, and the failed by name. @typedef {{ passed: number, failed: number, complaints: readonly string[] }} Totals */

/**
 * Runs some of the test projects with their output shown as it comes, and answers with what was counted.
 * @param {readonly string[]} projects
 * @returns {Promise<Totals>}
 */
export async function runTests(projects) {
  const counts = join(stampFolder, `tests-${projects.join("-")}.json`);
  rmSync(counts, { force: true });
  const code = await new Promise((resolve) => {
    const child = spawn(
      ownNode,
      [
        join(root, "node_modules/vitest/vitest.mjs"),
        "run",
        ...projects.flatMap((project) => ["--project", project]),
        "--reporter=default",
        `--reporter=${join(root, "scripts/lib/count-reporter.js")}`,
      ],
      {
        cwd: root,
        stdio: ["ignore", "inherit", "inherit"],
        env: {
          ...process.env,
          TEST_COUNTS: counts,
          PATH: `${join(root, "node_modules", ".bin")}:${process.env["PATH"] ?? ""}`,
        },
      },
    );
    child.once("error", () => resolve(1));
    child.once("exit", (exitCode) => resolve(exitCode ?? 1));
  });
  const totals = readTotals(counts);
  // What came after the counting, a crash or what ends the run as a whole, is a failure all the same.
  return code !== 0 && totals.failed === 0
    ? {
        ...totals,
        failed: 1,
        complaints: [
          `${projects.join(", ")}: the run ended with ${code}, no test failed`,
        ],
      }
    : totals;
}

/** @param {string} file @returns {Totals} */
function readTotals(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { passed: 0, failed: 1, complaints: [`${file} can't be read`] };
  }
}
