import { defineConfig } from "vitest/config";

const ignored = ["**/node_modules/**", "**/dist/**"];

/** How long something is waited for that comes when the machine has time for it. */
const patient = { poll: { timeout: 60_000 } };
/** What hangs is found out by these; what is slow on a crowded machine is no failure. */
const quickLimits = { testTimeout: 300_000, hookTimeout: 300_000 };

/**
 * `server`, `clients` and `tools` are quick and run side by side. `e2e` drives real browsers and `faults` kills real
 * processes: both run one file at a time.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "server",
          include: [
            "apps/server/**/*.test.ts",
            "packages/contracts/**/*.test.ts",
          ],
          exclude: ignored,
          globalSetup: ["apps/server/tests/global-setup.ts"],
          expect: patient,
          ...quickLimits,
        },
      },
      {
        test: {
          name: "clients",
          include: [
            "packages/{realtime-client,call-client,ui}/**/*.test.{ts,tsx}",
            "apps/{web,widget}/**/*.test.{ts,tsx}",
          ],
          exclude: [...ignored, "**/browser-tests/**"],
          expect: patient,
          ...quickLimits,
        },
      },
      {
        test: {
          name: "tools",
          include: [
            "tools/**/*.test.ts",
            "packages/{test-world,sdk}/**/*.test.ts",
            "e2e/faults/checkers/*.test.ts",
            "bench/**/*.test.ts",
          ],
          exclude: [...ignored, "packages/test-world/src/browsers/**"],
          expect: patient,
          ...quickLimits,
        },
      },
      {
        test: {
          name: "e2e",
          include: [
            "packages/test-world/src/browsers/*.test.ts",
            "packages/call-client/browser-tests/*.test.ts",
            "e2e/journeys/*.test.ts",
          ],
          exclude: ignored,
          globalSetup: ["e2e/prepare-run.ts"],
          fileParallelism: false,
          testTimeout: 900_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: "faults",
          include: ["e2e/faults/rounds/*.test.ts"],
          exclude: ignored,
          globalSetup: ["e2e/prepare-run.ts"],
          fileParallelism: false,
          testTimeout: 3_600_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
