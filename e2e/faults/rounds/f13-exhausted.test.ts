import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { it } from "vitest";
import { waitUntil } from "@veche/test-world";
import { isReady, timeUntil } from "../injections/readiness.ts";
import { sharedWorld } from "../injections/shared-world.ts";
import { expectNone, runRound, seeds } from "../round.ts";

const world = sharedWorld({
  isKept: true,
  runtimeFlags: [
    "--max-old-space-size=256",
    "--import",
    join(import.meta.dirname, "../injections/exhaust.ts"),
  ],
});

it.each(seeds())(
  "F13: a server that stands still says so, one without memory dies fast and comes back by itself (seed %i)",
  async (seed) => {
    const violations = await runRound({
      name: "f13-exhausted",
      seed,
      world: world(),
      ratePerSecond: 40,
      nemesis: async ({ world: present, crew, random, recorder, measure }) => {
        const { server } = present;
        const lines = crew.members.flatMap(({ devices }) => devices);
        const allLive = (): boolean =>
          lines.every(({ line }) => line.state.get().kind === "live");
        await waitUntil("all clients to be there", allLive, {
          timeoutMs: 120_000,
        });
        const processId = server.processId();
        const saidBefore = server.output().length;
        recorder.write("nemesis", { act: "two seconds of counting" });
        process.kill(processId, "SIGPIPE");
        await waitUntil(
          "the stall to be said",
          () => server.output().slice(saidBefore).includes("stood still"),
          { timeoutMs: 120_000 },
        );
        const found: string[] = [];
        if (!allLive()) found.push("two seconds of standing still cut lines");
        await pause(random.below(1_000));

        recorder.write("nemesis", { act: "take all memory" });
        process.kill(processId, "SIGUSR2");
        const isGone = (): boolean => server.processId() !== processId;
        measure(
          "gone after, ms",
          await timeUntil("the server to end", isGone, { timeoutMs: 120_000 }),
        );
        measure(
          "serving again, ms",
          await timeUntil(
            "another server",
            async () =>
              server.processId() !== 0 &&
              server.processId() !== processId &&
              (await isReady(present)),
            { timeoutMs: 120_000 },
          ),
          5_000,
        );
        measure(
          "all clients resumed, ms",
          await timeUntil("all clients to resume", allLive, {
            timeoutMs: 120_000,
          }),
          10_000,
        );
        return found;
      },
    });
    // All memory is what was taken; what counts is that it was given back.
    expectNone(violations.filter((words) => !words.startsWith("memory rose")));
  },
);
