import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { startWorld } from "@veche/test-world";
import { median, type Figure } from "./figures.ts";
import { openLine, type Held, type Line, type Target } from "./load/line.ts";
import { openStore } from "./load/open-store.ts";
import { collectingGarbage, settledBytes } from "./load/process-cost.ts";
import { gather, hire, lineOf, type Employee } from "./load/staff.ts";
import { inBatches } from "./load/in-batches.ts";
import { startPeer, type Peer } from "./peer/start-peer.ts";

const clientCount = 5_000;
const conversationsEach = 20;
const membersEach = 10;
const roundCount = 3;
/** A server counts what comes from one address; these are of this machine. */
const addressCount = 100;

interface Client {
  readonly person: Employee;
  readonly conversationIds: readonly string[];
}

/**
 * Five thousand people with twenty conversations each: what an idle line of theirs costs, and how long until all are
 * caught up who come back in one moment, something having been said meanwhile in every conversation.
 */
export async function measureConnections(): Promise<readonly Figure[]> {
  await using world = await startWorld({
    env: { LOG_LEVEL: "error" },
    runtimeFlags: collectingGarbage,
  });
  const { server } = world;
  await using store = await openStore(server.dataDir);
  await using peer = await startPeer();
  const clients = await makeClients(store.client);
  const heads = new Map<string, number>();
  let held: readonly (Held | undefined)[] = [];
  const targets = (): readonly Target[] =>
    clients.map(({ person, conversationIds }, index) => ({
      ...lineOf(server.port, person),
      localAddress: addressOf(index),
      cursors: Object.fromEntries(
        conversationIds.map((id) => [id, heads.get(id) ?? 0]),
      ),
      held: held[index],
    }));
  const memory = {
    product: await bytesEach(targets(), () => server.processId()),
    bare: await bytesEach(bareTargets(peer), () => peer.processId),
  };
  // Who comes back was here before.
  ({ held } = await storm(targets()));
  const times: number[] = [];
  const limits: number[] = [];
  for (let round = 1; round <= roundCount; round += 1) {
    limits.push((await storm(bareTargets(peer))).tookMs);
    const before = targets();
    await sayEverywhere(store.client, round);
    for (const { conversationIds } of clients)
      for (const id of conversationIds) heads.set(id, round);
    const after = await storm(before);
    held = after.held;
    times.push(after.tookMs);
  }
  return figuresOf(memory, { times, limits });
}

const addressOf = (index: number): string =>
  `127.0.1.${1 + (index % addressCount)}`;

const bareTargets = (peer: Peer): readonly Target[] =>
  Array.from({ length: clientCount }, (_, index) => ({
    ...peer.lineOf(),
    localAddress: addressOf(index),
  }));

/** Everybody is in twenty groups of ten, with others in each. */
async function makeClients(client: pg.Client): Promise<readonly Client[]> {
  const people = await hire(client, clientCount);
  const own = people.map((): string[] => []);
  for (let turn = 0; turn < conversationsEach; turn += 1) {
    const groupCount = clientCount / membersEach;
    // Whoever was together in one turn is apart in the next.
    const step = (turn * 37 + 1) % groupCount;
    const groups = Array.from({ length: groupCount }, (_group, group) =>
      Array.from(
        { length: membersEach },
        (_seat, seat) =>
          seat * groupCount + ((group + seat * step) % groupCount),
      ),
    );
    const ids = await gather(
      client,
      groups.map((seats) => ({
        kind: "group",
        members: seats.map((index) => people[index]!),
      })),
    );
    groups.forEach((seats, group) => {
      for (const index of seats) own[index]!.push(ids[group]!);
    });
  }
  return people.map((person, index) => ({
    person,
    conversationIds: own[index]!,
  }));
}

/** One message in every conversation, as the log keeps it; written while nobody is there. */
async function sayEverywhere(client: pg.Client, seq: number): Promise<void> {
  await client.query(
    `INSERT INTO conversation_events (conversation_id, seq, type, at, actor_id, payload)
     SELECT c.id, $1, 'message.created', now(), (SELECT principal_id FROM members m WHERE m.conversation_id = c.id LIMIT 1),
       jsonb_build_object('messageId', gen_random_uuid(), 'clientId', gen_random_uuid(), 'body', repeat('x', 200))
     FROM conversations c WHERE c.head_seq = $1 - 1 AND c.title = 'Group'`,
    [seq],
  );
  await client.query(
    `UPDATE conversations SET head_seq = $1, last_entry_seq = $1, active_at = now()
     WHERE head_seq = $1 - 1 AND title = 'Group'`,
    [seq],
  );
  // Found already, so that nothing is gone through while it is measured.
  await client.query(
    `INSERT INTO search_cursors (conversation_id, indexed_to) SELECT id, head_seq FROM conversations
     ON CONFLICT (conversation_id) DO UPDATE SET indexed_to = excluded.indexed_to`,
  );
  await client.query("VACUUM ANALYZE conversations");
  await client.query("VACUUM ANALYZE conversation_events");
}

interface Storm {
  readonly tookMs: number;
  /** What each holds after it. */
  readonly held: readonly (Held | undefined)[];
}

/** Until all of them are live, who knock in one moment. */
async function storm(targets: readonly Target[]): Promise<Storm> {
  const startedAt = performance.now();
  const lines = await Promise.all(targets.map((target) => openLine(target)));
  const tookMs = performance.now() - startedAt;
  await closeAll(lines);
  return { tookMs, held: lines.map((line) => line.held) };
}

async function bytesEach(
  targets: readonly Target[],
  processId: () => number,
): Promise<number> {
  // What the first connections bring with them isn't theirs.
  await closeAll(await inBatches(500, (index) => openLine(targets[index]!)));
  const before = await settledBytes(processId());
  const lines = await inBatches(targets.length, (index) =>
    openLine(targets[index]!),
  );
  const after = await settledBytes(processId());
  await closeAll(lines);
  return (after - before) / targets.length;
}

async function closeAll(lines: readonly Line[]): Promise<void> {
  for (const line of lines) line.close();
  await pause(3_000);
}

function figuresOf(
  memory: { readonly product: number; readonly bare: number },
  {
    times,
    limits,
  }: { readonly times: readonly number[]; readonly limits: readonly number[] },
): readonly Figure[] {
  const kibibytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`;
  const [took, limit] = [median(times), median(limits)];
  return [
    {
      name: `memory of an idle connection with ${conversationsEach} conversations`,
      measured: kibibytes(memory.product),
      against: `${kibibytes(memory.bare)} bare ws`,
      ratio: memory.product / memory.bare,
      goal: "≤ 3×",
    },
    {
      name: `${clientCount} come back at once, ${conversationsEach} conversations each: until all are caught up`,
      measured: `${Math.round(took)} ms`,
      against: `${Math.round(limit)} ms bare connect and hello`,
      ratio: took / limit,
      goal: "≤ 3×",
    },
  ];
}
