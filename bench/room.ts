import { setTimeout as pause } from "node:timers/promises";
import { startWorld, waitUntil } from "@veche/test-world";
import { median, percentile, type Figure } from "./figures.ts";
import { openStore, type Store } from "./load/open-store.ts";
import { processorMs } from "./load/process-cost.ts";
import { gather, hire, lineOf, type Employee } from "./load/staff.ts";
import {
  floodRoom,
  openStage,
  type Stage,
  type StageSeat,
} from "./load/stage.ts";
import { startPeer } from "./peer/start-peer.ts";

const roomSize = 200;
const writerCount = 16;
const inFlight = 64;
const roundMs = 3_000;
const roundCount = 3;
const channelSizes = [1_000, 10_000] as const;
const postCount = 10;
const betweenPostsMs = 1_500;

interface Running {
  readonly store: Store;
  readonly server: { readonly port: number; readonly processId: () => number };
}

/** What one hears of many: a room in which all is said and kept, and channels in which ten thousand are told of a post. */
export async function measureRoom(): Promise<readonly Figure[]> {
  await using world = await startWorld({
    env: { RATE_LIMIT_FACTOR: "100000", LOG_LEVEL: "error" },
  });
  await using store = await openStore(world.server.dataDir);
  const running = { store, server: world.server };
  return [
    await measureDeliveries(running),
    ...(await measureChannels(running)),
  ];
}

async function measureDeliveries({ store, server }: Running): Promise<Figure> {
  await using peer = await startPeer();
  const members = await hire(store.client, roomSize);
  const [conversationId = ""] = await gather(store.client, [
    { kind: "group", members },
  ]);
  const seatsOf = (
    target: (member: Employee) => StageSeat["target"],
    hasReceipts: "with receipts" | "without",
  ) =>
    members.map((member, index) => ({
      ...{ conversationId, target: target(member) },
      ...{ isReader: true, isWriter: index < writerCount },
      hasReceipts: hasReceipts === "with receipts",
    }));
  using product = await openStage(
    seatsOf((member) => lineOf(server.port, member), "with receipts"),
  );
  using bare = await openStage(
    seatsOf(() => peer.lineOf(conversationId), "without"),
  );
  const rates: number[] = [];
  const limits: number[] = [];
  for (let round = -1; round < roundCount; round += 1) {
    const durationMs = round < 0 ? 1_000 : roundMs;
    // The peer doesn't tell the writer what it has just heard from it.
    const perPeerMessage = roomSize - 1;
    const limit = await floodRoom(bare, {
      ...{ inFlight, durationMs, perMessage: perPeerMessage },
    });
    const rate = await floodRoom(product, {
      ...{ inFlight, durationMs, perMessage: roomSize },
    });
    if (round < 0) continue;
    // Deliveries to the others count, here as there.
    limits.push(limit * perPeerMessage);
    rates.push(rate * perPeerMessage);
  }
  const [rate, limit] = [median(rates), median(limits)];
  return {
    name: `room of ${roomSize}: deliveries/s, every message kept`,
    measured: `${Math.round(rate)}/s`,
    against: `${Math.round(limit)}/s bare ws, one frame a message, nothing kept`,
    ratio: rate / limit,
    goal: "≥ 0.7×",
  };
}

async function measureChannels({
  store,
  server,
}: Running): Promise<readonly Figure[]> {
  const people = await hire(store.client, Math.max(...channelSizes));
  const costs: number[] = [];
  const times: (readonly number[])[] = [];
  for (const size of channelSizes) {
    const members = people.slice(0, size);
    const [conversationId = ""] = await gather(store.client, [
      { kind: "channel", members },
    ]);
    using stage = await openStage(
      members.map((member, index) => ({
        ...{ conversationId, target: lineOf(server.port, member) },
        ...{ isReader: true, isWriter: index === 0, hasReceipts: true },
      })),
    );
    await post(stage, size);
    const before = processorMs(server.processId());
    const reached: number[] = [];
    for (let count = 0; count < postCount; count += 1)
      reached.push(await post(stage, size));
    const spentMs = processorMs(server.processId()) - before;
    costs.push((spentMs * 1000) / postCount / size);
    times.push(reached);
  }
  return [
    ...channelSizes.map((size, index) => ({
      name: `a post in a channel of ${size}, all connected: until the last has it`,
      measured: `p50 ${percentile(times[index] ?? [], 0.5).toFixed(0)} ms, longest ${percentile(times[index] ?? [], 1).toFixed(0)} ms`,
      ...{ against: "—", ratio: null, goal: "≤ 1 s" },
    })),
    {
      name: `server's time for a post and its receipts, a member of ${channelSizes[1]}`,
      measured: `${(costs[1] ?? NaN).toFixed(1)} µs`,
      against: `${(costs[0] ?? NaN).toFixed(1)} µs, a member of ${channelSizes[0]}`,
      ratio: (costs[1] ?? NaN) / (costs[0] ?? NaN),
      goal: "flat",
    },
  ];
}

/** Milliseconds until all heard of it; settles when they have said so. */
async function post(stage: Stage, hearerCount: number): Promise<number> {
  const before = stage.counts.heard;
  const writer = stage.writers[0]!;
  const startedAt = performance.now();
  let tookMs = NaN;
  stage.onHeard = () => {
    tookMs = performance.now() - startedAt;
  };
  writer.line.say(writer.conversationId);
  await waitUntil(
    "the post to reach all",
    () => stage.counts.heard - before >= hearerCount,
  );
  stage.onHeard = undefined;
  await pause(betweenPostsMs);
  return tookMs;
}
