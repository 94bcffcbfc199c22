import { it } from "vitest";
import { setTimeout as pause } from "node:timers/promises";
import { authEndpoints } from "@veche/contracts";
import { openDatabase } from "../injections/database-client.ts";
import { sharedWorld } from "../injections/shared-world.ts";
import { timeUntil } from "../injections/readiness.ts";
import { firstRoom, speakerIn } from "../load/places.ts";
import { expectNone, runRound, seeds } from "../round.ts";

const world = sharedWorld();
const lockMs = 20_000;
/** A person's patience: past the statement timeout of 5 s something must have been said. */
const answerTimeoutMs = 8_000;

it.each(seeds())(
  "F14: a table locked for 20 s stops what needs it and nothing else (seed %i)",
  async (seed) => {
    const violations = await runRound({
      name: "f14-long-lock",
      seed,
      world: world(),
      nemesis: async ({ world: present, crew, recorder, measure }) => {
        const { device } = speakerIn(
          firstRoom(crew),
          firstRoom(crew).members[0],
        );
        const database = await openDatabase(present);
        const found: string[] = [];
        await database.query("begin");
        await database.query("lock table messages in access exclusive mode");
        recorder.write("nemesis", { act: "lock messages" });
        const lockedAtMs = performance.now();
        while (performance.now() - lockedAtMs < lockMs) {
          const healthMs = await timed(() =>
            fetch(`${present.baseUrl}/healthz`),
          );
          const meMs = await timed(() => device.call(authEndpoints.getMe));
          measure("health answered within, ms", healthMs, 1000);
          if (healthMs > answerTimeoutMs)
            found.push("health did not answer under the lock");
          if (meMs > answerTimeoutMs)
            found.push("reading who I am did not answer under the lock");
          if (device.line.state.get().kind === "stopped")
            found.push("an open line was ended by the lock");
          await pause(1000);
        }
        await database.query("rollback");
        await database.end();
        const again = await timeUntil(
          "sending to work again",
          async () =>
            crew.members.every(({ devices }) =>
              devices.every(({ line }) =>
                line.unsent
                  .get()
                  .every(({ state }) => state.kind !== "refused"),
              ),
            ) && (await timed(() => device.call(authEndpoints.getMe))) < 1000,
        );
        measure("working again, ms", again, 10_000);
        return [...new Set(found)];
      },
    });
    expectNone(violations);
  },
);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begunMs = performance.now();
  await Promise.race([
    work().catch(() => undefined),
    pause(answerTimeoutMs + 1000),
  ]);
  return performance.now() - begunMs;
}
