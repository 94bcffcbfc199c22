import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import { root } from "./paths.js";

/** @typedef {import("vitest/node").TestModule} TestModule */
/** @typedef {import("vitest/node").Reporter} Reporter */
/** @typedef {import("vitest/node").TestSuite} TestSuite */
/** @typedef {import("vitest/node").SerializedError} SerializedError */

const longestReason = 12;

/**
 * The name of what failed with the beginning of its reason.
 * @param {string} name @param {SerializedError} error
 */
function complaint(name, { stack, message }) {
  const reason = stack?.includes(message) === true ? stack : message;
  return `${name}\n${reason.split("\n").slice(0, longestReason).join("\n")}`;
}

/** @param {TestModule} file @returns {string[]} */
function complaintsOf(file) {
  const name = relative(root, file.moduleId);
  /** Of a file that does not load, and of what runs before and after all of its tests. @type {(TestModule | TestSuite)[]} */
  const groups = [file, ...file.children.allSuites()];
  return [
    ...groups.flatMap((group) =>
      group.errors().map((error) => complaint(name, error)),
    ),
    ...[...file.children.allTests("failed")].map((test) =>
      complaint(
        `${name}: ${test.fullName}`,
        test.result().errors?.[0] ?? { message: "no reason was told" },
      ),
    ),
  ];
}

/**
 * Writes what was counted into the file that `TEST_COUNTS` names. Everything that makes a run bad is told by name: failed
 * tests, hooks, files that do not load, and errors that nobody waited for.
 * @implements {Reporter}
 */
// eslint-disable-next-line no-restricted-syntax -- the test runner takes a reporter from nowhere else
export default class CountReporter {
  /**
   * @param {readonly TestModule[]} files
   * @param {readonly SerializedError[]} unhandledErrors
   */
  onTestRunEnd(files, unhandledErrors) {
    const complaints = [
      ...files.flatMap(complaintsOf),
      ...unhandledErrors.map((error) =>
        complaint("an error that nobody waited for", error),
      ),
    ];
    const passed = files
      .map((file) => [...file.children.allTests("passed")].length)
      .reduce((sum, count) => sum + count, 0);
    const { TEST_COUNTS = "" } = process.env;
    writeFileSync(
      TEST_COUNTS,
      JSON.stringify({ passed, failed: complaints.length, complaints }),
    );
  }
}
