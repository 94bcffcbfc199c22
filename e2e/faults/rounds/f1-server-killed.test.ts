import { it } from "vitest";
import { setTimeout as pause } from "node:timers/promises";
import { sharedWorld } from "../injections/shared-world.ts";
import { timeUntil } from "../injections/readiness.ts";
import { expectNone, runRound, seeds } from "../round.ts";

const world = sharedWorld();

it.each(seeds(3))(
  "F1: the server killed in mid-send loses and doubles nothing (seed %i)",
  async (seed) => {
    const violations = await runRound({
      name: "f1-server-killed",
      seed,
      world: world(),
      nemesis: async ({
        world: { server },
        crew,
        random,
        recorder,
        measure,
      }) => {
        await pause(random.below(1500));
        recorder.write("nemesis", { act: "kill -9 server" });
        await server.kill();
        measure("serving again, ms", await server.start(), 3000);
        const lines = crew.members.flatMap(({ devices }) => devices);
        measure(
          "all clients resumed, ms",
          await timeUntil(
            "all clients to resume",
            () => lines.every(({ line }) => line.state.get().kind === "live"),
            { timeoutMs: 120_000 },
          ),
          10_000,
        );
        measure(
          "no message left unsent, ms",
          await timeUntil(
            "no bubble to say sending",
            () =>
              lines.every(({ line }) =>
                line.unsent
                  .get()
                  .every(({ writtenAt }) => Date.now() - writtenAt < 5000),
              ),
            { timeoutMs: 120_000 },
          ),
          15_000,
        );
        return [];
      },
    });
    expectNone(violations);
  },
);
