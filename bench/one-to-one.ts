import type pg from "pg";
import { startWorld } from "@veche/test-world";
import { median, percentile, type Figure } from "./figures.ts";
import { openStore } from "./load/open-store.ts";
import { gather, hire, lineOf, type Employee } from "./load/staff.ts";
import { flood, openStage, pace, type StageSeat } from "./load/stage.ts";
import { startPeer } from "./peer/start-peer.ts";

const pairCount = 100;
const inFlight = 4;
const hotSenderCount = 64;
const roundMs = 3_000;
const roundCount = 3;
const paced = { count: 2_000, everyMs: 5 };

/**
 * Durable messages from one to one through the whole product — rights, log, events, receipts — beside the least that
 * can be called a durable server: in the same run, into the same database, under the same load.
 */
export async function measureOneToOne(): Promise<readonly Figure[]> {
  await using world = await startWorld({
    env: { RATE_LIMIT_FACTOR: "100000", LOG_LEVEL: "error" },
  });
  const { port, dataDir } = world.server;
  await using store = await openStore(dataDir);
  await using peer = await startPeer(dataDir);
  const pairs = await makePairs(store.client);
  using product = await openStage(
    pairs.flatMap(({ conversationId, writer, reader }) => [
      writing(conversationId, lineOf(port, writer)),
      {
        ...reading(conversationId, lineOf(port, reader)),
        hasReceipts: true,
      },
    ]),
  );
  using limit = await openStage(
    pairs.flatMap(({ conversationId }) => [
      writing(conversationId, peer.lineOf(conversationId)),
      reading(conversationId, peer.lineOf(conversationId)),
    ]),
  );
  using hot = await openStage(await makeHot(store.client, port));

  const stages = { limit, product, hot };
  const rates = { limit: [], product: [], hot: [] } as {
    readonly [Name in keyof typeof stages]: number[];
  };
  for (let round = -1; round < roundCount; round += 1)
    for (const name of ["limit", "product", "hot"] as const) {
      const durationMs = round < 0 ? 1_000 : roundMs;
      const rate = await flood(stages[name], { inFlight, durationMs });
      if (round >= 0) rates[name].push(rate);
    }
  // The first tenth is not counted: what was not used for a while is woken.
  const [limitTimes, times] = [
    (await pace(limit, paced)).slice(paced.count / 10),
    (await pace(product, paced)).slice(paced.count / 10),
  ];
  return figuresOf({
    limit: median(rates.limit),
    product: median(rates.product),
    hot: median(rates.hot),
    ...{ limitTimes, times },
  });
}

interface PairOfStaff {
  readonly conversationId: string;
  readonly writer: Employee;
  readonly reader: Employee;
}

async function makePairs(client: pg.Client): Promise<readonly PairOfStaff[]> {
  const writers = await hire(client, pairCount);
  const readers = await hire(client, pairCount);
  const pairs = writers.map((writer, index) => ({
    writer,
    reader: readers[index]!,
  }));
  const ids = await gather(
    client,
    pairs.map(({ writer, reader }) => ({
      kind: "direct",
      members: [writer, reader],
    })),
  );
  return pairs.map((pair, index) => ({ ...pair, conversationId: ids[index]! }));
}

/** Everybody writes and is told everything; one of them counts. */
async function makeHot(
  client: pg.Client,
  port: number,
): Promise<readonly StageSeat[]> {
  const members = await hire(client, hotSenderCount);
  const [conversationId = ""] = await gather(client, [
    { kind: "group", members },
  ]);
  return members.map((member, index) => ({
    ...writing(conversationId, lineOf(port, member)),
    isReader: index === 0,
    hasReceipts: true,
  }));
}

type Place = Pick<StageSeat, "conversationId" | "target">;
const writing = (
  conversationId: string,
  target: Place["target"],
): StageSeat => ({
  ...{ conversationId, target },
  ...{ isWriter: true, isReader: false, hasReceipts: false },
});
const reading = (
  conversationId: string,
  target: Place["target"],
): StageSeat => ({
  ...{ conversationId, target },
  ...{ isWriter: false, isReader: true, hasReceipts: false },
});

interface Measured {
  readonly limit: number;
  readonly product: number;
  readonly hot: number;
  readonly limitTimes: readonly number[];
  readonly times: readonly number[];
}

function figuresOf(measured: Measured): readonly Figure[] {
  const { limit, product, hot, limitTimes, times } = measured;
  const perSecond = (rate: number) => `${Math.round(rate)}/s`;
  const told = (sample: readonly number[]) =>
    `p50 ${percentile(sample, 0.5).toFixed(1)} ms, p99 ${percentile(sample, 0.99).toFixed(1)} ms`;
  return [
    {
      name: `durable 1:1 messages/s, ${pairCount} pairs × ${inFlight} in flight`,
      measured: perSecond(product),
      against: `${perSecond(limit)} minimal durable server`,
      ratio: product / limit,
      goal: "≥ 0.5×",
    },
    {
      name: "1:1 writer to reader at 200/s, open loop, p99",
      measured: told(times),
      against: `${told(limitTimes)} minimal durable server`,
      ratio: percentile(times, 0.99) / percentile(limitTimes, 0.99),
      goal: "≤ 2×",
    },
    {
      name: `hot conversation, ${hotSenderCount} senders who hear each other`,
      measured: perSecond(hot),
      against: `${perSecond(product)} in ${pairCount} conversations`,
      ratio: hot / product,
      goal: "≥ 0.5×",
    },
  ];
}
