import {
  deviceClasses,
  type ConversationId,
  type DeviceClass,
  type PrincipalId,
  type TimelineEvent,
} from "@veche/contracts";
import {
  type LentUnit,
  type StatementRunner,
  rowsOf,
  sendOff,
} from "../../../platform/db/statements.ts";
import type { Principal } from "../../../platform/principal.ts";
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
  readonly conversationId: ConversationId;
  readonly event: TimelineEvent;
  readonly actorName: string | null;
}

type PlacedRow = EventRow & Omit<PlacedEvent, "event">;

const placedEvents = `
  SELECT e.conversation_id AS "conversationId", e.seq, e.type, e.at, e.actor_id AS "actorId", e.payload,
    a.name AS "actorName"
  FROM unnest($1::uuid[], $2::integer[]) AS i (c, s)
  JOIN conversation_events e ON e.conversation_id = i.c AND e.seq = i.s
  LEFT JOIN members a ON a.conversation_id = e.conversation_id AND a.principal_id = e.actor_id`;

const byPlace = (
  rows: readonly PlacedRow[],
): ReadonlyMap<string, PlacedEvent> =>
  new Map(
    rows.map(({ conversationId, actorName, ...row }) => [
      placeKey({ conversationId, seq: row.seq }),
      { conversationId, event: eventOf(row), actorName },
    ]),
  );

const columnsOf = (places: readonly LogPlace[]) => [
  places.map((place) => place.conversationId),
  places.map((place) => place.seq),
];

/** By `placeKey`. */
export async function eventsAt(
  runner: StatementRunner,
  places: readonly LogPlace[],
): Promise<ReadonlyMap<string, PlacedEvent>> {
  if (places.length === 0) return new Map();
  return byPlace(
    await rowsOf<PlacedRow>(runner, placedEvents, columnsOf(places)),
  );
}

/** Whoever reads, as far as their rights need it. */
export interface Reader {
  readonly id: PrincipalId;
  readonly kind: Principal["kind"];
  /** What they look through; none: they are shown what may be shown on every device. */
  readonly device?: DeviceClass;
}

/**
 * By `placeKey`; those alone whose conversation this principal may read now, on this device: as a member, or as one of
 * the staff where it is open.
 */
export async function readableEvents(
  runner: StatementRunner,
  { id, kind, device }: Reader,
  places: readonly LogPlace[],
): Promise<ReadonlyMap<string, PlacedEvent>> {
  if (places.length === 0) return new Map();
  const rows = await rowsOf<PlacedRow>(
    runner,
    `${placedEvents}
     WHERE (EXISTS (SELECT 1 FROM members me
         WHERE me.conversation_id = i.c AND me.principal_id = $3 AND me.left_at IS NULL)
       OR $4 = 'user' AND EXISTS (SELECT 1 FROM conversations v
         WHERE v.id = i.c AND v.access = 'open' AND v.deleted_at IS NULL))
       AND NOT EXISTS (SELECT 1 FROM conversations s
         WHERE s.id = i.c AND jsonb_array_length(s.confidentiality -> 'allowedDevices') < ${deviceClasses.length}
           AND NOT coalesce(s.confidentiality -> 'allowedDevices' ? $5, false))`,
    [...columnsOf(places), id, kind, device ?? null],
  );
  return byPlace(rows);
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
  await sendOff(
    unit,
    `UPDATE conversation_events e SET payload = i.p
     FROM json_to_recordset($1::json) AS i (c uuid, s integer, p jsonb)
     WHERE e.conversation_id = i.c AND e.seq = i.s`,
    [JSON.stringify(rows)],
  );
}
