import {
  operationsEndpoints,
  type ConversationId,
  type TimelineEvent,
} from "@veche/contracts";
import type { Client } from "pg";
import { waitUntil, type World } from "@veche/test-world";
import type { Evidence } from "../checkers/evidence.ts";
import { openDatabase } from "../injections/database-client.ts";
import type { Crew } from "./crew.ts";
import { gatherFiles } from "./gather-files.ts";
import {
  allReactions,
  headsOf,
  presentMembers,
  scheduledRows,
  wholeLog,
} from "./gather-tables.ts";
import {
  gatherCounters,
  gatherOutsiders,
  gatherViews,
  type IsIn,
} from "./gather-views.ts";
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
  await everybodyIsBack(crew);
  const database = await openDatabase(world);
  await nothingIsDue(database);
  const isIn = membershipOf(await presentMembers(database));
  const { logs, counters, headSeqs } = await gatherAtRest(database, crew, isIn);
  const tables = {
    members: await presentMembers(database),
    reactions: await allReactions(database),
    refusedLater: await scheduledRows(database),
    ...(await gatherFiles(world, database)),
  };
  await database.end();
  const admin = await world.user("admin");
  const { isChainIntact } = await admin.call(operationsEndpoints.listAudit, {
    query: { limit: 1 },
  });
  const lines = crew.members.flatMap(({ login, devices }) =>
    devices.map(({ line }, index) => ({ who: `${login}/${index}`, line })),
  );
  const { done: deeds, scheduled, complaints } = load.deeds;
  return {
    endedLines: lines.flatMap(({ who, line }) => {
      const state = line.state.get();
      return state.kind === "stopped" ? [`${who}: ${state.reason}`] : [];
    }),
    sent: load.sent,
    ...{ deeds, scheduled, complaints },
    logs,
    headSeqs,
    views: await gatherViews(crew, isIn),
    outsiders: await gatherOutsiders(crew, isIn, logs),
    counters,
    firstMembers: crew.members.flatMap(({ userId, conversationIds }) =>
      conversationIds.map((conversationId) => ({
        conversationId,
        principalId: userId,
      })),
    ),
    ...tables,
    unsent: lines.flatMap(({ who, line }) =>
      [...line.unsent.get(), ...line.unsentChanges.get()].map(
        ({ state, clientId }) => `${who}: ${clientId} ${JSON.stringify(state)}`,
      ),
    ),
    isAuditChainIntact: isChainIntact,
    memory: memory.result(),
  };
}

async function everybodyIsBack({ members }: Crew): Promise<void> {
  const lines = members
    .flatMap((member) => member.devices)
    .map(({ line }) => line.state);
  // The pause before a late try to come back may be longer than the quiet of the others.
  await waitUntil(
    "every device to be back, or at its end",
    () =>
      lines.every((state) => ["live", "stopped"].includes(state.get().kind)),
    { timeoutMs: 120_000, everyMs: 50 },
  );
}

async function nothingIsDue(database: Client): Promise<void> {
  await waitUntil(
    "every scheduled message to be sent, or refused",
    async () =>
      (await scheduledRows(database)).every(({ refusal }) => refusal !== null),
    { timeoutMs: 120_000, everyMs: 200 },
  );
}

const membershipOf =
  (members: Evidence["members"]): IsIn =>
  ({ userId }, conversationId) =>
    members.some(
      (one) =>
        one.principalId === userId && one.conversationId === conversationId,
    );

/** Logs and counters of one moment: a receipt that comes in between has all of it asked once more. */
async function gatherAtRest(database: Client, crew: Crew, isIn: IsIn) {
  for (;;) {
    const before = await receiptsRest(database, crew, isIn);
    const logs = new Map<ConversationId, readonly TimelineEvent[]>();
    for (const id of crew.conversationIds)
      logs.set(id, await wholeLog(database, id));
    const counted = await gatherCounters(crew, isIn);
    if (JSON.stringify([...(await headsOf(database))]) === before)
      return { logs, ...counted };
  }
}

/** Settles when no log grows any more, with the heads of all. */
async function receiptsRest(
  database: Client,
  crew: Crew,
  isIn: IsIn,
): Promise<string> {
  let lastHeads = "";
  await waitUntil(
    "receipts to come to rest, and every device to know it",
    async () => {
      const heads = await headsOf(database);
      const isSame = JSON.stringify([...heads]) === lastHeads;
      lastHeads = JSON.stringify([...heads]);
      return isSame && knowsAll(crew, heads, isIn);
    },
    { timeoutMs: 120_000, everyMs: 700 },
  );
  return lastHeads;
}

const knowsAll = (
  { members }: Crew,
  heads: ReadonlyMap<string, number>,
  isIn: IsIn,
): boolean =>
  members.every((member) => {
    const known = member.conversationIds.filter((id: ConversationId) =>
      isIn(member, id),
    );
    return member.devices.every(
      ({ line }) =>
        line.state.get().kind === "stopped" ||
        known.every((id) => line.log(id).get().headSeq === heads.get(id)),
    );
  });
