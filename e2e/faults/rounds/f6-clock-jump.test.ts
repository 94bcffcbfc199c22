import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, it } from "vitest";
import { authEndpoints } from "@veche/contracts";
import { createPerson, waitUntil, type Person } from "@veche/test-world";
import { sharedWorld } from "../injections/shared-world.ts";
import { firstRoom, speakerIn } from "../load/places.ts";
import { expectNone, runRound, seeds, type RoundContext } from "../round.ts";

const folder = mkdtempSync(join(tmpdir(), "veche-clock-"));
const shiftFile = join(folder, "shift");
afterAll(() => rmSync(folder, { recursive: true }));
const world = sharedWorld({
  runtimeFlags: [
    "--import",
    join(import.meta.dirname, "../injections/shifted-clock.ts"),
  ],
  env: { SHIFT_FILE: shiftFile },
});
const hourMs = 3_600_000;
/** As long as the shortest of the timers that a jump could upset: typing, heartbeats, rounds of due work. */
const jumpedMs = 8_000;

it.each(seeds())(
  "F6: a clock that jumps an hour ahead, then two back, upsets nothing (seed %i)",
  async (seed) => {
    const violations = await runRound({
      name: "f6-clock-jump",
      seed,
      world: world(),
      nemesis: async (context) => {
        const found = [
          ...(await jumpTo(context, hourMs)),
          ...(await jumpTo(context, -hourMs)),
        ];
        context.recorder.write("nemesis", { act: "the clock is right again" });
        writeFileSync(shiftFile, "0");
        return found;
      },
    });
    writeFileSync(shiftFile, "0");
    expectNone(violations);
  },
);

async function jumpTo(
  { crew, recorder, load, world: { baseUrl } }: RoundContext,
  shiftMs: number,
): Promise<readonly string[]> {
  const room = firstRoom(crew);
  const { device } = speakerIn(room, room.members[0]);
  const lines = crew.members.flatMap(({ devices }) => devices);
  recorder.write("nemesis", { act: `the clock jumps to ${shiftMs}` });
  writeFileSync(shiftFile, String(shiftMs));
  const found: string[] = [];
  await waitUntil(
    "the server to see the other time",
    async () =>
      Math.abs((await offsetOfServer(baseUrl, device)) - shiftMs) < hourMs / 2,
    { timeoutMs: 120_000 },
  );
  const ackedBefore = load.ackTimesMs.length;
  await pause(jumpedMs);
  if (load.ackTimesMs.length - ackedBefore < 10)
    found.push(`with the clock at ${shiftMs} hardly anything was acked`);
  const cut = lines.filter(({ line }) => line.state.get().kind !== "live");
  if (cut.length > 0)
    found.push(`the jump to ${shiftMs} cut ${cut.length} lines`);
  await device
    .call(authEndpoints.getMe)
    .catch((error: unknown) =>
      found.push(`a sign-in did not live through ${shiftMs}: ${String(error)}`),
    );
  return found;
}

/** How far the server's clock is from ours, as it tells every device that comes. */
async function offsetOfServer(
  baseUrl: string,
  { headers }: Person,
): Promise<number> {
  using other = createPerson({ baseUrl, headers });
  other.line.start();
  await other.live();
  return other.line.clockOffsetMs.get();
}
