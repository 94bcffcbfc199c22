import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
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

/** @typedef {{ status: string, fullName: string, failureMessages: string[] }} Assertion */
/** @typedef {{ status: string, name: string, message?: string, assertionResults: Assertion[] }} TestFile */

/** A failed test with the beginning of its reason. @param {string} name @param {string | undefined} reason */
const complaint = (name, reason) =>
  `${name}\n${(reason ?? "").split("\n").slice(0, 12).join("\n")}`;

/** @param {string} file @returns {Totals} */
function readTotals(file) {
  try {
    const {
      numPassedTests = 0,
      numFailedTests = 0,
      testResults = [],
    } = JSON.parse(readFileSync(file, "utf8"));
    /** @type {TestFile[]} */
    const badFiles = testResults.filter(
      (/** @type {TestFile} */ one) => one.status === "failed",
    );
    const unread = badFiles.filter((one) => one.assertionResults.length === 0);
    const failures = badFiles.flatMap((one) =>
      one.assertionResults.filter(({ status }) => status === "failed"),
    );
    return {
      passed: numPassedTests,
      failed: numFailedTests + unread.length,
      complaints: [
        ...unread.map((one) =>
          complaint(relative(root, one.name), one.message),
        ),
        ...failures.map((one) =>
          complaint(one.fullName, one.failureMessages[0]),
        ),
      ],
    };
  } catch {
    return { passed: 0, failed: 1, complaints: [`${file} can't be read`] };
  }
}
