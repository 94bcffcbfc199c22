import {
  conversationEndpoints,
  operationsEndpoints,
  type ConversationId,
  type TimelineEvent,
} from "@veche/contracts";
import type { Client } from "pg";
import { waitUntil, type Person, type World } from "@veche/test-world";
import type { Counters, Evidence, View } from "../checkers/evidence.ts";
import { openDatabase } from "../injections/database-client.ts";
import type { Crew } from "./crew.ts";
import type { Load } from "./load.ts";
import type { MemoryWatch } from "./memory-watch.ts";

export interface EvidenceDeps {
  readonly world: World;
  readonly crew: Crew;
  readonly load: Load;
  readonly memory: MemoryWatch;
}

/** Asks everybody what they hold, once all is quiet. */
export async function gatherEvidence({
  world,
  crew,
  load,
  memory,
}: EvidenceDeps): Promise<Evidence> {
  const lines = crew.members
    .flatMap((member) => member.devices)
    .map(({ line }) => line.state);
  // The pause before a late try to come back may be longer than the quiet of the others.
  await waitUntil(
    "every device to be back, or at its end",
    () =>
      lines.every((state) => ["live", "stopped"].includes(state.get().kind)),
    { timeoutMs: 60_000, everyMs: 50 },
  );
  const database = await openDatabase(world);
  let lastHeads = "";
  await waitUntil(
    "receipts to come to rest, and every device to know it",
    async () => {
      const heads = await headsOf(database);
      const isSame = JSON.stringify([...heads]) === lastHeads;
      lastHeads = JSON.stringify([...heads]);
      return isSame && knowsAll(crew, heads);
    },
    { timeoutMs: 60_000, everyMs: 700 },
  );
  const logs = new Map<ConversationId, readonly TimelineEvent[]>();
  const headSeqs = new Map<ConversationId, number>();
  const counters: Counters[] = [];
  for (const member of crew.members) {
    const [device] = member.devices;
    if (device === undefined) continue;
    for (const conversationId of member.conversationIds) {
      if (!logs.has(conversationId))
        logs.set(conversationId, await wholeLog(database, conversationId));
      const conversation = await device.call(
        conversationEndpoints.getConversation,
        { params: { conversationId } },
      );
      headSeqs.set(conversationId, conversation.headSeq);
      const own = conversation.members.find(
        ({ principalId }) => principalId === member.userId,
      );
      if (own !== undefined)
        counters.push({
          conversationId,
          principalId: member.userId,
          deliveredTo: own.deliveredTo,
          readTo: own.readTo,
          unreadCount: conversation.unreadCount,
        });
    }
  }
  await database.end();
  const views = await Promise.all(
    crew.members.flatMap((member) =>
      member.devices.flatMap((device, index) =>
        member.conversationIds.map((conversationId) =>
          viewOf(device, conversationId, `${member.login}/${index}`),
        ),
      ),
    ),
  );
  const admin = await world.user("admin");
  const { isChainIntact } = await admin.call(operationsEndpoints.listAudit, {
    query: { limit: 1 },
  });
  const unsentCount = crew.members
    .flatMap((member) => member.devices)
    .reduce((sum, { line }) => sum + line.unsent.get().length, 0);
  const endedLines = crew.members.flatMap(({ login, devices }) =>
    devices.flatMap(({ line }, index) => {
      const state = line.state.get();
      return state.kind === "stopped"
        ? [`${login}/${index}: ${state.reason}`]
        : [];
    }),
  );
  return {
    endedLines,
    sent: load.sent,
    logs,
    headSeqs,
    views,
    counters,
    unsentCount,
    isAuditChainIntact: isChainIntact,
    memory: memory.result(),
  };
}

async function headsOf(database: Client): Promise<ReadonlyMap<string, number>> {
  const { rows } = await database.query<{ id: string; headSeq: number }>(
    `SELECT id, head_seq AS "headSeq" FROM conversations ORDER BY id`,
  );
  return new Map(rows.map(({ id, headSeq }) => [id, headSeq]));
}

const knowsAll = (
  { members }: Crew,
  heads: ReadonlyMap<string, number>,
): boolean =>
  members.every(({ devices, conversationIds }) =>
    devices.every(({ line }) =>
      conversationIds.every(
        (id) =>
          line.state.get().kind === "stopped" ||
          line.log(id).get().headSeq === heads.get(id),
      ),
    ),
  );

/** As it stands in the database: entries and changes, past everything that might leave some out. */
async function wholeLog(
  database: Client,
  conversationId: ConversationId,
): Promise<readonly TimelineEvent[]> {
  const { rows } = await database.query<StoredEvent>(
    `SELECT seq, type, at, actor_id AS "actorId", payload FROM conversation_events
     WHERE conversation_id = $1 ORDER BY seq`,
    [conversationId],
  );
  return rows.map(
    ({ payload, at, ...event }) =>
      // The server wrote it by this contract.
      ({ ...payload, ...event, at: at.toISOString() }) as TimelineEvent,
  );
}

interface StoredEvent {
  readonly seq: number;
  readonly type: string;
  readonly at: Date;
  readonly actorId: string | null;
  readonly payload: object;
}

/** Scrolls to the beginning, as a person may; what came by resuming is not asked for again. */
async function viewOf(
  device: Person,
  conversationId: ConversationId,
  who: string,
): Promise<View> {
  const log = device.line.log(conversationId);
  while (log.get().hasOlder) await log.loadOlder();
  return { who, conversationId, entries: log.get().entries };
}
