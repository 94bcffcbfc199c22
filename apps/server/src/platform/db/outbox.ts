import { sql, type Generated } from "kysely";
import type {
  Actor,
  DomainEvent,
  DurableEvent,
  LiveEvent,
} from "@veche/contracts";
import type { Db } from "./database.ts";
import { sendOff, type LentUnit } from "./statements.ts";

/** Durable facts in the order of their transactions; written only by `transact`. */
export interface OutboxTables {
  outbox: {
    id: Generated<number>;
    /** The writing transaction, as text: it has 64 bits. */
    xid: Generated<string>;
    at: Generated<Date>;
    type: DurableEvent["type"];
    payload: DurableEvent;
    actor: Actor;
  };
  outboxCursors: { name: string; xid: string; id: number };
}

export interface OutboxEntry {
  readonly position: OutboxPosition;
  readonly at: Date;
  readonly actor: Actor;
  readonly event: DurableEvent;
}

/** Where a reader stands: everything up to here is handled. */
export interface OutboxPosition {
  readonly xid: string;
  readonly id: number;
}

export const outboxStart: OutboxPosition = { xid: "0", id: 0 };

// A record, so that the compiler misses a live event that is forgotten here.
const liveTypes: Readonly<Record<LiveEvent["type"], true>> = {
  "call.operator_left": true,
  "request.left": true,
  "timeline.appended": true,
  "members.changed": true,
  "conversation.size_crossed": true,
  "member.arranged": true,
  "receipts.moved": true,
  "mentions.changed": true,
  "folders.changed": true,
  "reminder.fired": true,
  "letter.queued": true,
  "guest.left": true,
  "notification_settings.changed": true,
  "card.changed": true,
  "request.changed": true,
  "help.changed": true,
  "operator.changed": true,
  "call.rang": true,
  "call.changed": true,
  "recording.changed": true,
  "floor.changed": true,
  "call.measured": true,
  "call.prepared": true,
  "principal.connected": true,
  "principal.disconnected": true,
  "principal.changed": true,
};

export function isDurable(event: DomainEvent): event is DurableEvent {
  return !(event.type in liveTypes);
}

/** Writes facts into the transaction that makes them true; one statement for all. */
export async function appendToOutbox(
  unit: Pick<LentUnit, "tx">,
  actor: Actor,
  events: readonly DurableEvent[],
): Promise<void> {
  if (events.length === 0) return;
  // `with ordinality` keeps the order of the calls in the ids.
  await sendOff(
    unit,
    `INSERT INTO outbox (type, payload, actor)
     SELECT event ->> 'type', event, $1::jsonb
     FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS element (event, position)
     ORDER BY position`,
    [JSON.stringify(actor), JSON.stringify(events)],
  );
}

/**
 * Facts after a position, oldest first. Only transactions below the snapshot's horizon are read: a later one may
 * have committed already while an earlier one still runs, and reading past that one would skip it for ever.
 */
export async function readOutbox(
  db: Db<OutboxTables>,
  after: OutboxPosition,
  limit: number,
): Promise<readonly OutboxEntry[]> {
  const rows = await db
    .selectFrom("outbox")
    .select([sql<string>`xid::text`.as("xid"), "id", "at", "actor", "payload"])
    .where(sql<boolean>`(xid, id) > (${after.xid}::xid8, ${after.id})`)
    .where(sql<boolean>`xid < pg_snapshot_xmin(pg_current_snapshot())`)
    .orderBy(sql`outbox.xid`)
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(({ xid, id, at, actor, payload }) => ({
    position: { xid, id },
    at,
    actor,
    event: payload,
  }));
}
