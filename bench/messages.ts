import { setTimeout as pause } from "node:timers/promises";
import {
  conversationEndpoints,
  userEndpoints,
  type ConversationId,
} from "@veche/contracts";
import { signIn, startWorld, type World } from "@veche/test-world";
import { measureCommitRate } from "./commit-rate.ts";
import { median, percentile, type Figure } from "./figures.ts";
import { openTalker, type Talker } from "./talker.ts";

const pairCount = 16;
const inFlightPerPair = 16;
const roundMs = 3_000;
const roundCount = 3;
const paceMs = 5;
const password = "a long enough password 1";

interface Pair {
  readonly conversationId: ConversationId;
  readonly writer: Talker;
  readonly reader: Talker;
}

/** Durable messages through the whole product, and how long one takes from writer to reader. */
export async function measureMessages(): Promise<readonly Figure[]> {
  await using world = await startWorld({
    env: { RATE_LIMIT_FACTOR: "100000", LOG_LEVEL: "error" },
  });
  const pairs = await openPairs(world);
  const rates: number[] = [];
  const limits: number[] = [];
  await flood(pairs, 1_000);
  for (let round = 0; round < roundCount; round += 1) {
    limits.push(await measureCommitRate(world.server.dataDir, roundMs));
    rates.push(await flood(pairs, roundMs));
  }
  const times = await pace(pairs, 2_000);
  for (const { writer, reader } of pairs) {
    writer.close();
    reader.close();
  }
  const rate = median(rates);
  const limit = median(limits);
  return [
    {
      name: `durable messages/s, ${pairCount} pairs × ${inFlightPerPair} in flight`,
      measured: `${Math.round(rate)}/s`,
      against: `${Math.round(limit)}/s single-row commits, 16 connections`,
      ratio: rate / limit,
      goal: "≥ 1.0×",
    },
    {
      name: "writer to reader at 200/s, open loop",
      measured: `p50 ${percentile(times, 0.5).toFixed(1)} ms, p99 ${percentile(times, 0.99).toFixed(1)} ms`,
      against: "—",
      ratio: null,
      goal: "told",
    },
  ];
}

async function openPairs(world: World): Promise<readonly Pair[]> {
  const admin = await world.user("admin");
  const hire = async (login: string) => {
    const user = await admin.call(userEndpoints.createUser, {
      body: {
        login,
        name: login,
        password,
        roles: ["employee"],
        language: "en",
      },
    });
    const person = await signIn(world, { login, password });
    const talker = await openTalker(
      world.baseUrl,
      person.headers["cookie"] ?? "",
    );
    return { user, person, talker };
  };
  const pairs: Pair[] = [];
  for (let index = 0; index < pairCount; index += 1) {
    const reader = await hire(`reader${index}`);
    const writer = await hire(`writer${index}`);
    const { id } = await writer.person.call(conversationEndpoints.createGroup, {
      body: { title: `Pair ${index}`, memberIds: [reader.user.id] },
    });
    pairs.push({
      conversationId: id,
      writer: writer.talker,
      reader: reader.talker,
    });
  }
  return pairs;
}

/** Closed loop: every writer keeps so many in flight. Acknowledged messages a second. */
async function flood(
  pairs: readonly Pair[],
  durationMs: number,
): Promise<number> {
  const until = performance.now() + durationMs;
  let count = 0;
  const keepOneInFlight = async ({ writer, conversationId }: Pair) => {
    while (performance.now() < until) {
      await writer.say(conversationId);
      count += 1;
    }
  };
  await Promise.all(
    pairs.flatMap((pair) =>
      Array.from({ length: inFlightPerPair }, () => keepOneInFlight(pair)),
    ),
  );
  return (count * 1000) / durationMs;
}

/** Open loop: the next is sent when its time has come, whether or not the last has arrived. */
async function pace(
  pairs: readonly Pair[],
  messageCount: number,
): Promise<readonly number[]> {
  const dueAt = new Map<string, number>();
  const times: number[] = [];
  const done = Promise.withResolvers<undefined>();
  for (const { reader } of pairs)
    reader.onHeard((clientId) => {
      const due = dueAt.get(clientId);
      if (due === undefined) return;
      times.push(performance.now() - due);
      if (times.length === messageCount) done.resolve(undefined);
    });
  const start = performance.now();
  for (let index = 0; index < messageCount; index += 1) {
    const due = start + index * paceMs;
    const waitMs = due - performance.now();
    if (waitMs > 0) await pause(waitMs);
    const pair = pairs[index % pairs.length];
    if (pair !== undefined)
      dueAt.set(pair.writer.throwIn(pair.conversationId), due);
  }
  await done.promise;
  return times;
}
