import { expect, it } from "vitest";
import { closeReasons } from "@veche/contracts";
import { percentile, probeAcks } from "../injections/latency-probe.ts";
import { rawSocketOf } from "../injections/raw-socket.ts";
import { sharedWorld } from "../injections/shared-world.ts";
import { residentBytes } from "../load/memory-watch.ts";
import { firstRoom, speakerIn } from "../load/places.ts";
import { runRound, seeds, type RoundContext } from "../round.ts";

const world = sharedWorld();
const stalledCount = 100;
const mebibyte = 1024 * 1024;
const allowedGrowthBytes = 120 * mebibyte;
/** Enough for the system's own buffers and ours: 8,000 Cyrillic letters are 16 kB on the wire. */
const bigMessageCount = 400;

it.each(seeds())(
  "F4: a hundred stalled readers are cut off and harm nobody (seed %i)",
  async (seed) => {
    const violations = await runRound({
      name: "f4-slow-client",
      seed,
      world: world(),
      ratePerSecond: 20,
      nemesis: async (context) => {
        const { world: present, crew, load, recorder, measure } = context;
        const room = firstRoom(crew);
        const [reader, writer] = room.members;
        const words = speakerIn(room, writer);
        const healthy = await probeAcks(load, {
          words,
          count: 50,
          everyMs: 110,
        });

        const { device } = speakerIn(room, reader);
        const stalled = await Promise.all(
          Array.from({ length: stalledCount }, () =>
            rawSocketOf(device, present.baseUrl),
          ),
        );
        const before = residentBytes(present.server.processId());
        for (const { socket } of stalled) socket.pause();
        recorder.write("nemesis", { act: `${stalledCount} readers stall` });
        const [meanwhile] = await Promise.all([
          probeAcks(load, { words, count: 40, everyMs: 200 }),
          floodWithText(context),
        ]);
        const growth = residentBytes(present.server.processId()) - before;
        for (const { socket } of stalled) socket.resume();
        const codes = await Promise.all(
          stalled.map(({ socket, closed }) =>
            Promise.race([closed, stillOpen(socket)]),
          ),
        );

        measure("growth, MiB", growth / mebibyte, 120);
        measure(
          "p99 by healthy p99",
          percentile(meanwhile, 0.99) / percentile(healthy, 0.99),
          1.3,
        );
        measure("cut off", codes.filter((code) => code !== open).length);
        const others = codes.filter(
          (code) => code !== closeReasons.slow_consumer && code !== torn,
        );
        return [
          ...(growth <= allowedGrowthBytes
            ? []
            : [`memory grew by ${Math.round(growth / mebibyte)} MiB`]),
          ...(others.length === 0
            ? []
            : [
                `${others.length} stalled readers ended with ${[...new Set(others)].join(", ")}`,
              ]),
        ];
      },
    });
    expect(violations).toEqual([]);
  },
);

/** No farewell came through the full line. */
const torn = 1006;
const open = 0;
const stillOpen = (socket: {
  readonly readyState: number;
  close: () => void;
}): Promise<number> =>
  new Promise((resolve) => {
    setTimeout(() => {
      resolve(open);
      socket.close();
    }, 5000);
  });

async function floodWithText({ crew, load }: RoundContext): Promise<void> {
  const room = firstRoom(crew);
  const writers = room.members.slice(2).flatMap((member) =>
    member.devices.map((device) => ({
      member,
      device,
      conversationId: room.conversationId,
    })),
  );
  await Promise.all(
    writers.map(async (words) => {
      for (let index = 0; index < bigMessageCount / writers.length; index += 1)
        await load.say({ ...words, body: "щ".repeat(7900) + String(index) });
    }),
  );
}
