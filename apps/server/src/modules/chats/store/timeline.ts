import {
  changeTypes,
  type ConversationId,
  type TimelineEvent,
} from "@veche/contracts";
import {
  rowsOf,
  type StatementRunner,
} from "../../../platform/db/statements.ts";

export interface EventRow {
  readonly seq: number;
  readonly type: string;
  readonly at: Date;
  readonly actorId: string | null;
  readonly payload: object;
}

const columns = `seq, type, at, actor_id AS "actorId", payload`;

/** The log holds only what `appendEntries` wrote, so a row put together again is the event it was taken from. */
export const eventOf = ({
  seq,
  type,
  at,
  actorId,
  payload,
}: EventRow): TimelineEvent =>
  ({ ...payload, type, seq, at: at.toISOString(), actorId }) as TimelineEvent;

/** A stretch of a log: the events strictly between the two bounds. */
export interface Stretch {
  readonly afterSeq: number;
  readonly beforeSeq: number;
  readonly limit: number;
}

/** Where one reads on in a log. */
export interface ReadingPlace {
  readonly conversationId: ConversationId;
  readonly afterSeq: number;
  readonly limit: number;
}

/** The first events after each of many places, in the order of the places. */
export async function eventsAfterPlaces(
  runner: StatementRunner,
  places: readonly ReadingPlace[],
): Promise<readonly (readonly TimelineEvent[])[]> {
  const rows = await rowsOf<EventRow & { readonly place: number }>(
    runner,
    `SELECT i.n AS place, e.* FROM unnest($1::uuid[], $2::integer[], $3::integer[]) WITH ORDINALITY AS i (c, s, l, n)
     CROSS JOIN LATERAL (
       SELECT ${columns} FROM conversation_events
       WHERE conversation_id = i.c AND seq > i.s ORDER BY seq LIMIT i.l) AS e
     ORDER BY i.n, e.seq`,
    [
      places.map((place) => place.conversationId),
      places.map((place) => place.afterSeq),
      places.map((place) => place.limit),
    ],
  );
  const found = places.map((): TimelineEvent[] => []);
  for (const { place, ...row } of rows) found[place - 1]?.push(eventOf(row));
  return found;
}

/** Entries stand for themselves; a page leaves out what merely changed them. */
const isEntry = `type NOT IN (${changeTypes.map((type) => `'${type}'`).join(", ")})`;

/** The first `limit` entries of the stretch, in order, as they stand now. */
export async function firstEntries(
  runner: StatementRunner,
  conversationId: ConversationId,
  { afterSeq, beforeSeq, limit }: Stretch,
): Promise<TimelineEvent[]> {
  const rows = await rowsOf<EventRow>(
    runner,
    `SELECT ${columns} FROM conversation_events
     WHERE conversation_id = $1 AND seq > $2 AND seq < $3 AND ${isEntry} ORDER BY seq LIMIT $4`,
    [conversationId, afterSeq, beforeSeq, limit],
  );
  return rows.map(eventOf);
}

/** The last `limit` entries of the stretch, in order, as they stand now. */
export async function lastEntries(
  runner: StatementRunner,
  conversationId: ConversationId,
  { afterSeq, beforeSeq, limit }: Stretch,
): Promise<TimelineEvent[]> {
  const rows = await rowsOf<EventRow>(
    runner,
    `SELECT ${columns} FROM conversation_events
     WHERE conversation_id = $1 AND seq > $2 AND seq < $3 AND ${isEntry} ORDER BY seq DESC LIMIT $4`,
    [conversationId, afterSeq, beforeSeq, limit],
  );
  return rows.map(eventOf).reverse();
}

/**
 * The first position at or after an instant; beyond the log's end when there is none. Found by halving: the log is in
 * the order of time but for what a clock's jump disarranged.
 */
export async function positionAt(
  runner: StatementRunner,
  conversationId: ConversationId,
  { at, headSeq }: { readonly at: Date; readonly headSeq: number },
): Promise<number> {
  const [row] = await rowsOf<{ seq: number }>(
    runner,
    `WITH RECURSIVE halves (low, high) AS (
       SELECT 1, $3::integer + 1
       UNION ALL
       SELECT CASE WHEN e.at < $2 THEN e.seq + 1 ELSE h.low END, CASE WHEN e.at < $2 THEN h.high ELSE e.seq END
       FROM halves h JOIN conversation_events e ON e.conversation_id = $1 AND e.seq = (h.low + h.high) / 2
       WHERE h.low < h.high
     )
     SELECT max(low) AS seq FROM halves`,
    [conversationId, at.toISOString(), headSeq],
  );
  return row?.seq ?? 1;
}

/** A stretch of time in one conversation; `until` null: up to now. */
export interface Span {
  readonly conversationId: ConversationId;
  readonly since: Date;
  readonly until: Date | null;
}

/** How many messages were sent in each span, in their order. */
export async function countMessages(
  runner: StatementRunner,
  spans: readonly Span[],
): Promise<readonly number[]> {
  if (spans.length === 0) return [];
  const rows = await rowsOf<{ total: number }>(
    runner,
    `SELECT (SELECT count(*)::integer FROM conversation_events e
             WHERE e.conversation_id = s.c AND e.type = 'message.created'
               AND e.at >= s.since AND (s.until IS NULL OR e.at <= s.until)) AS total
     FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) WITH ORDINALITY AS s (c, since, until, n)
     ORDER BY s.n`,
    [
      spans.map((span) => span.conversationId),
      spans.map((span) => span.since.toISOString()),
      spans.map((span) => span.until?.toISOString() ?? null),
    ],
  );
  return rows.map((row) => row.total);
}
