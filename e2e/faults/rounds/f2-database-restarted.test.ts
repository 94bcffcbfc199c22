import { it } from "vitest";
import { setTimeout as pause } from "node:timers/promises";
import { percentile } from "../injections/latency-probe.ts";
import { isReady, timeUntil } from "../injections/readiness.ts";
import { sharedWorld } from "../injections/shared-world.ts";
import type { Load } from "../load/load.ts";
import { expectNone, runRound, seeds } from "../round.ts";

const world = sharedWorld();
/** As `pg_ctl restart -m fast`, `-m immediate`, and a kill of the postmaster. */
const endings = ["SIGINT", "SIGQUIT", "SIGKILL"] as const;

/** So soon p99 is at most twice what it was before. */
const p99BackMs = 10_000;

/** Of the acknowledgements that come in the time from now on, milliseconds. */
async function p99OfNext(durationMs: number, load: Load): Promise<number> {
  const seenCount = load.ackTimesMs.length;
  await pause(durationMs);
  const times = load.ackTimesMs.slice(seenCount);
  // Of a few it says nothing, and of none it would be nought.
  return times.length < 50 ? Infinity : percentile(times, 0.99);
}

it.each(seeds(3))(
  "F2: the database restarted under load stops acks, not the server (seed %i)",
  async (seed) => {
    const signal = endings[(seed - 1) % endings.length] ?? "SIGKILL";
    const violations = await runRound({
      name: "f2-database-restarted",
      seed,
      world: world(),
      nemesis: async ({ world: present, load, random, recorder, measure }) => {
        const { server } = present;
        const serverProcessId = server.processId();
        const before = percentile(load.ackTimesMs, 0.99);
        await pause(random.below(500));
        const databaseProcessId = server.databaseProcessId();
        if (databaseProcessId === undefined)
          return ["there is no embedded database to end"];
        recorder.write("nemesis", { act: `${signal} database` });
        process.kill(databaseProcessId, signal);
        measure(
          "not ready after, ms",
          await timeUntil(
            "readiness to fall",
            async () => !(await isReady(present)),
            { timeoutMs: 10_000 },
          ).catch(() => 0),
          1000,
        );
        const backMs = await timeUntil(
          "a new database",
          () =>
            server.databaseProcessId() !== undefined &&
            server.databaseProcessId() !== databaseProcessId,
          { timeoutMs: 120_000 },
        );
        measure("database back, ms", backMs, 3000);
        measure(
          "ready after the database, ms",
          await timeUntil("readiness to return", () => isReady(present)),
          2000,
        );
        measure(
          "p99 is back after, ms",
          await timeUntil(
            "p99 to be at most twice what it was",
            async () => (await p99OfNext(3000, load)) <= 2 * before,
            { timeoutMs: p99BackMs },
          ).catch(() => Infinity),
          p99BackMs,
        );
        return server.processId() === serverProcessId && server.isRunning()
          ? []
          : ["the server ended with its database"];
      },
    });
    expectNone(violations);
  },
);
