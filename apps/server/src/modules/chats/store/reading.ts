import type {
  ConversationId,
  ConversationKind,
  PrincipalId,
  TimelineEvent,
} from "@veche/contracts";
import {
  rowsOf,
  type StatementRunner,
} from "../../../platform/db/statements.ts";
import { eventOf, type EventRow } from "./timeline.ts";

/** A conversation somebody is in now. */
export interface OwnPlace {
  readonly conversationId: ConversationId;
  readonly kind: ConversationKind;
  readonly title: string | null;
  /** Of a conversation of two: the other one's name. */
  readonly peerName: string | null;
  readonly isConfidential: boolean;
}

function placesOf(
  runner: StatementRunner,
  principalId: PrincipalId,
): Promise<readonly OwnPlace[]> {
  return rowsOf<OwnPlace>(
    runner,
    `SELECT c.id AS "conversationId", c.kind, c.title, c.confidentiality IS NOT NULL AS "isConfidential",
       (SELECT peer.name FROM members peer WHERE c.kind = 'direct' AND peer.conversation_id = c.id
          AND peer.principal_id <> $1 LIMIT 1) AS "peerName"
     FROM members m JOIN conversations c ON c.id = m.conversation_id
     WHERE m.principal_id = $1 AND m.left_at IS NULL AND c.deleted_at IS NULL
     ORDER BY c.active_at DESC`,
    [principalId],
  );
}

/** How far a log has got. */
export interface LogHead {
  readonly conversationId: ConversationId;
  readonly headSeq: number;
  /** Deleted with all that was said in it. */
  readonly isErased: boolean;
}

/** Of every log there is, page by page: those whose id comes after `afterId`. */
function headsAfter(
  runner: StatementRunner,
  afterId: ConversationId | null,
  limit: number,
): Promise<readonly LogHead[]> {
  return rowsOf<LogHead>(
    runner,
    `SELECT id AS "conversationId", head_seq AS "headSeq", deleted_at IS NOT NULL AS "isErased"
     FROM conversations WHERE $1::uuid IS NULL OR id > $1::uuid ORDER BY id LIMIT $2`,
    [afterId, limit],
  );
}

interface LogPosition {
  readonly conversationId: ConversationId;
  readonly seq: number;
}

/** What was written in a log after a position, in order; entries as they stand now. */
export interface LogStretch extends LogHead {
  readonly events: readonly TimelineEvent[];
}

/** Several logs after their positions, of each at most `limit` events. Logs that never were are left out. */
async function stretchesAfter(
  runner: StatementRunner,
  positions: readonly LogPosition[],
  limit: number,
): Promise<readonly LogStretch[]> {
  const rows = await rowsOf<
    LogHead & { readonly events: readonly StretchRow[] }
  >(
    runner,
    `SELECT c.id AS "conversationId", c.head_seq AS "headSeq", c.deleted_at IS NOT NULL AS "isErased",
       coalesce((SELECT json_agg(e ORDER BY e.seq) FROM (
         SELECT seq, type, at, actor_id AS "actorId", payload FROM conversation_events
         WHERE conversation_id = c.id AND seq > i.s ORDER BY seq LIMIT $3) AS e), '[]') AS events
     FROM unnest($1::uuid[], $2::integer[]) AS i (c, s) JOIN conversations c ON c.id = i.c`,
    [
      positions.map((position) => position.conversationId),
      positions.map((position) => position.seq),
      limit,
    ],
  );
  return rows.map(({ events, ...head }) => ({
    ...head,
    events: events.map(({ at, ...row }) =>
      eventOf({ ...row, at: new Date(at) }),
    ),
  }));
}

/** Inside JSON an instant is text. */
type StretchRow = Omit<EventRow, "at"> & { readonly at: string };

/** An event somebody may read now, with the title of where it stands and the name its actor has there. */
export interface OwnEvent extends LogPosition {
  readonly title: string | null;
  readonly actorName: string | null;
  readonly event: TimelineEvent;
  /** What the reader's own column says of it; null where none was asked for. */
  readonly said: string | null;
}

/** What the database itself is to say of each event, so that no second question is needed. */
export interface EventColumn {
  /** Text, made of the event's own fields in `e.payload`; its values begin with `$4`. */
  readonly text: string;
  readonly values: readonly unknown[];
}

const noColumn: EventColumn = { text: "NULL", values: [] };

interface OwnEventsAsked {
  readonly principalId: PrincipalId;
  readonly positions: readonly LogPosition[];
  readonly column?: EventColumn | undefined;
}

/** Events as they stand now, of those conversations only that this principal is in at this very moment. */
async function ownEventsAt(
  runner: StatementRunner,
  { principalId, positions, column = noColumn }: OwnEventsAsked,
): Promise<readonly OwnEvent[]> {
  if (positions.length === 0) return [];
  const rows = await rowsOf<EventRow & Omit<OwnEvent, "event">>(
    runner,
    `SELECT e.conversation_id AS "conversationId", c.title, a.name AS "actorName", e.seq, e.type, e.at, e.actor_id AS "actorId", e.payload,
       ${column.text} AS said
     FROM unnest($2::uuid[], $3::integer[]) WITH ORDINALITY AS i (c, s, n)
     JOIN members m ON m.conversation_id = i.c AND m.principal_id = $1 AND m.left_at IS NULL
     JOIN conversations c ON c.id = i.c AND c.confidentiality IS NULL
     JOIN conversation_events e ON e.conversation_id = i.c AND e.seq = i.s
     LEFT JOIN members a ON a.conversation_id = i.c AND a.principal_id = e.actor_id
     ORDER BY i.n`,
    [
      principalId,
      positions.map((position) => position.conversationId),
      positions.map((position) => position.seq),
      ...column.values,
    ],
  );
  return rows.map(({ conversationId, title, actorName, said, ...row }) => ({
    conversationId,
    title,
    actorName,
    said,
    seq: row.seq,
    event: eventOf(row),
  }));
}

/** What a follower of all logs needs, and whoever answers out of them. */
export interface ChatsReading {
  /** What somebody is in now, the last active first. */
  placesOf(principalId: PrincipalId): Promise<readonly OwnPlace[]>;
  /** Every log's head, in the order of the ids: the page after `afterId`. */
  headsAfter(
    afterId: ConversationId | null,
    limit: number,
  ): Promise<readonly LogHead[]>;
  /** What several logs hold after their positions, at most `limit` events each. */
  stretchesAfter(
    runner: StatementRunner,
    positions: readonly LogPosition[],
    limit: number,
  ): Promise<readonly LogStretch[]>;
  /**
   * Events as they stand now, in the order asked for; those of conversations this principal is not in at this very
   * moment, and of confidential ones, are left out.
   */
  ownEventsAt(asked: OwnEventsAsked): Promise<readonly OwnEvent[]>;
}

export const createReading = (db: StatementRunner): ChatsReading => ({
  placesOf: (principalId) => placesOf(db, principalId),
  headsAfter: (afterId, limit) => headsAfter(db, afterId, limit),
  stretchesAfter,
  ownEventsAt: (asked) => ownEventsAt(db, asked),
});
