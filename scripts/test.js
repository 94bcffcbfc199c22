// Everything, from a fresh clone: `npm test`. Runs on the system's Node 20 before anything is installed.
// `npm test -- server clients` runs some of the parts: check, server, clients, tools, e2e, faults.
import { buildParts } from "./lib/build-parts.js";
import { installPackages } from "./lib/install.js";
import { runGates } from "./lib/gates.js";
import { runTests } from "./lib/run-tests.js";
import { installTestPrograms } from "./lib/test-programs.js";

/** @typedef {{ names: readonly string[], run: (names: readonly string[]) => Promise<import("./lib/run-tests.js").Totals> }} Part */

/** The quick ones first: what is broken shows early. Parts of one stage run side by side: neither fills two cores. */
/** @type {readonly (readonly Part[])[]} */
const stages = [
  [
    {
      names: ["check"],
      run: async () => {
        const { passedCount, failed } = await runGates();
        return {
          passed: passedCount,
          failed: failed.length,
          complaints: failed,
        };
      },
    },
    { names: ["server", "clients", "tools"], run: runTests },
  ],
  [{ names: ["e2e"], run: runTests }],
  [{ names: ["faults"], run: runTests }],
];

const asked = process.argv.slice(2);
const startedAt = Date.now();
let passed = 0;
let failed = 0;
/** Told once more at the end: a long output hides them. @type {string[]} */
const complaints = [];

/** How long each part took, in whole seconds. @type {string[]} */
const times = [];

/** @param {() => Promise<import("./lib/run-tests.js").Totals>} work */
async function count(work) {
  try {
    const totals = await work();
    passed += totals.passed;
    failed += totals.failed;
    complaints.push(...totals.complaints);
  } catch (error) {
    complaints.push(error instanceof Error ? error.message : String(error));
    failed += 1;
  }
}

await count(async () => {
  await installPackages();
  await installTestPrograms();
  await buildParts();
  return { passed: 0, failed: 0, complaints: [] };
});
/** @param {Part} part */
async function runPart(part) {
  const names = part.names.filter(
    (name) => asked.length === 0 || asked.includes(name),
  );
  if (names.length === 0) return;
  console.log(`\n${names.join(", ")}`);
  const partStartedAt = Date.now();
  await count(() => part.run(names));
  times.push(
    `${names.join(", ")} ${Math.round((Date.now() - partStartedAt) / 1000)} s`,
  );
}

if (failed === 0)
  for (const stage of stages) await Promise.all(stage.map(runPart));
for (const one of complaints) console.log(`\nFAILED ${one}`);
console.log(
  `\n${Math.round((Date.now() - startedAt) / 1000)} s: ${times.join(" · ")}`,
);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
