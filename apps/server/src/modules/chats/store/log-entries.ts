import type { ConversationId, TimelineEvent } from "@veche/contracts";
import {
  rowsOf,
  type LentUnit,
  type StatementRunner,
} from "../../../platform/db/statements.ts";
import { eventOf, type EventRow } from "./timeline.ts";

/** Where an event stands. */
export interface LogPlace {
  readonly conversationId: ConversationId;
  readonly seq: number;
}

export const placeKey = ({ conversationId, seq }: LogPlace): string =>
  `${conversationId}/${seq}`;

/** An event as it stands now, and the name its actor carries there. */
export interface PlacedEvent {
  readonly event: TimelineEvent;
  readonly actorName: string | null;
}

/** By `placeKey`. */
export async function eventsAt(
  runner: StatementRunner,
  places: readonly LogPlace[],
): Promise<ReadonlyMap<string, PlacedEvent>> {
  if (places.length === 0) return new Map();
  const rows = await rowsOf<
    EventRow & LogPlace & { readonly actorName: string | null }
  >(
    runner,
    `SELECT e.conversation_id AS "conversationId", e.seq, e.type, e.at, e.actor_id AS "actorId", e.payload,
       m.name AS "actorName"
     FROM unnest($1::uuid[], $2::integer[]) AS i (c, s)
     JOIN conversation_events e ON e.conversation_id = i.c AND e.seq = i.s
     LEFT JOIN members m ON m.conversation_id = e.conversation_id AND m.principal_id = e.actor_id`,
    [
      places.map((place) => place.conversationId),
      places.map((place) => place.seq),
    ],
  );
  return new Map(
    rows.map(({ conversationId, actorName, ...row }) => [
      placeKey({ conversationId, seq: row.seq }),
      { event: eventOf(row), actorName },
    ]),
  );
}

/** An event as a later one leaves it: its place, time, actor and type stay. */
export interface AmendedEvent {
  readonly conversationId: ConversationId;
  readonly event: TimelineEvent;
}

/**
 * Writes events as changes leave them. The conversations' rows are held by the caller (`holdStandings`, `append`), so
 * two changes of one message come one after the other.
 */
export async function amendEvents(
  unit: LentUnit,
  amended: readonly AmendedEvent[],
): Promise<void> {
  if (amended.length === 0) return;
  const rows = amended.map(({ conversationId, event }) => {
    const { type: _type, seq, at: _at, actorId: _actorId, ...payload } = event;
    return { c: conversationId, s: seq, p: payload };
  });
  await rowsOf(
    unit.tx,
    `UPDATE conversation_events e SET payload = i.p
     FROM json_to_recordset($1::json) AS i (c uuid, s integer, p jsonb)
     WHERE e.conversation_id = i.c AND e.seq = i.s`,
    [JSON.stringify(rows)],
  );
}
