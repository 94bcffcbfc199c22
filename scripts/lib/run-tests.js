import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ownNode, root, stampFolder } from "./paths.js";

/** @typedef {{ passed: number, failed: number }} Totals */

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
        "--reporter=json",
        `--outputFile.json=${counts}`,
      ],
      {
        cwd: root,
        stdio: ["ignore", "inherit", "inherit"],
        env: {
          ...process.env,
          PATH: `${join(root, "node_modules", ".bin")}:${process.env["PATH"] ?? ""}`,
        },
      },
    );
    child.once("error", () => resolve(1));
    child.once("exit", (exitCode) => resolve(exitCode ?? 1));
  });
  const totals = readTotals(counts);
  // A run that ended badly without a failed test (a crash, a file that does not load) is a failure all the same.
  return code !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
}

/** @param {string} file @returns {Totals} */
function readTotals(file) {
  try {
    const {
      numPassedTests = 0,
      numFailedTests = 0,
      numFailedTestSuites = 0,
      testResults = [],
    } = JSON.parse(readFileSync(file, "utf8"));
    const emptyFailures = testResults.filter(
      (/** @type {{ status: string, assertionResults: unknown[] }} */ one) =>
        one.status === "failed" && one.assertionResults.length === 0,
    ).length;
    return {
      passed: numPassedTests,
      failed: numFailedTests + (numFailedTestSuites > 0 ? emptyFailures : 0),
    };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
