import { it } from "vitest";
import { closeReasons } from "@veche/contracts";
import {
  percentile,
  probeAcks,
  usualProbe,
} from "../injections/latency-probe.ts";
import { rawSocketOf } from "../injections/raw-socket.ts";
import { serverMetric } from "../injections/server-metrics.ts";
import { sharedWorld } from "../injections/shared-world.ts";
import { firstRoom, speakerIn, speakersOutside } from "../load/places.ts";
import { expectNone, runRound, seeds, type RoundContext } from "../round.ts";

const world = sharedWorld();
const stalledCount = 100;
const mebibyte = 1024 * 1024;
const allowedGrowthBytes = 120 * mebibyte;
/** 8,000 Cyrillic letters are 16 kB on the wire. */
const bigMessagesAtOnce = 150;
/** The system's own buffers hold a few megabytes a line before ours begin to fill. */
const floodsAtMost = 24;

it.each(seeds())(
  "F4: a hundred stalled readers are cut off and harm nobody (seed %i)",
  async (seed) => {
    const violations = await runRound({
      name: "f4-slow-client",
      seed,
      world: world(),
      ratePerSecond: 20,
      nemesis: async (context) => {
        const {
          world: present,
          crew,
          load,
          memory,
          recorder,
          measure,
        } = context;
        const room = firstRoom(crew);
        const speakers = speakersOutside(crew, room);
        const { device } = speakerIn(room, room.members[0]);
        const readers = await Promise.all(
          Array.from({ length: stalledCount }, () =>
            rawSocketOf(device, present.baseUrl),
          ),
        );
        const flood = async (isOver: () => Promise<boolean>): Promise<void> => {
          for (
            let count = 0;
            count < floodsAtMost && !(await isOver());
            count += 1
          )
            await floodWithText(context);
        };
        const underFlood = async (
          isOver: () => Promise<boolean>,
        ): Promise<readonly number[]> => {
          const [acks] = await Promise.all([
            probeAcks(load, { speakers, ...usualProbe }),
            flood(isOver),
          ]);
          return acks;
        };
        let floods = 0;
        const healthy = await underFlood(async () => (floods += 1) > 3);
        // Long messages to a hundred who read them take memory too; what counts is what stalling adds at its worst.
        memory.takeAsNormal();
        for (const { socket } of readers) socket.pause();
        recorder.write("nemesis", { act: `${stalledCount} readers stall` });
        const linesOfOthers =
          (await serverMetric(present, "veche_realtime_sockets")) -
          stalledCount;
        const meanwhile = await underFlood(
          async () =>
            (await serverMetric(present, "veche_realtime_sockets")) <=
            linesOfOthers,
        );
        const stillHeld =
          (await serverMetric(present, "veche_realtime_sockets")) -
          linesOfOthers;
        const { highestBytes, normalBytes } = memory.result();
        const growth = highestBytes - normalBytes;
        for (const { socket } of readers) socket.resume();
        const codes = await Promise.all(
          readers.map(({ socket, closed }) =>
            Promise.race([closed, stillOpen(socket)]),
          ),
        );

        measure("growth, MiB", growth / mebibyte, 120);
        measure(
          "p99 by healthy p99",
          percentile(meanwhile, 0.99) / percentile(healthy, 0.99),
          1.3,
        );
        measure("cut off", stalledCount - stillHeld);
        const others = codes.filter((code) => !endsOfStalled.has(code));
        return [
          ...(stillHeld <= 0
            ? []
            : [`${stillHeld} stalled readers were not cut off`]),
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
    expectNone(violations);
  },
);

/** No farewell came through the full line. */
const torn = 1006;
/** Whoever reads nothing answers no ping either: where its buffers fill slowly, that is noticed first. */
const endsOfStalled: ReadonlySet<number> = new Set([
  closeReasons.slow_consumer,
  closeReasons.dead,
  torn,
]);
const open = 0;
const stillOpen = (socket: {
  readonly readyState: number;
  close: () => void;
}): Promise<number> =>
  new Promise((resolve) => {
    setTimeout(() => {
      resolve(open);
      socket.close();
    }, 60_000);
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
      for (
        let index = 0;
        index < bigMessagesAtOnce / writers.length;
        index += 1
      )
        await load.say({ ...words, body: "щ".repeat(7900) + String(index) });
    }),
  );
}
