import type {
  Confidentiality,
  ConversationId,
  ConversationKind,
  ConversationSounds,
  Mine,
  PrincipalId,
} from "@veche/contracts";
import {
  rowsOf,
  type StatementRunner,
} from "../../../platform/db/statements.ts";
import type { LogPlace, PlacedEvent } from "./log-entries.ts";
import { eventOf, type EventRow } from "./timeline.ts";

/** An event and where it stands. */
export interface FoundEvent extends PlacedEvent {
  readonly conversationId: ConversationId;
}

/** How far a log goes now. */
export interface Head {
  readonly conversationId: ConversationId;
  readonly headSeq: number;
}

/** Those in which something happened since an instant. */
export function headsSince(
  runner: StatementRunner,
  since: Date,
): Promise<readonly Head[]> {
  return rowsOf<Head>(
    runner,
    `SELECT id AS "conversationId", head_seq AS "headSeq" FROM conversations
     WHERE changed_at >= $1 AND deleted_at IS NULL ORDER BY id`,
    [since.toISOString()],
  );
}

/**
 * The first events after each place, at most `limit` of each conversation, receipts left out. After place 0 come the
 * newest: whoever was never there is not told a log from its beginning.
 */
export async function eventsAfterEach(
  runner: StatementRunner,
  places: readonly LogPlace[],
  limit: number,
): Promise<readonly FoundEvent[]> {
  const rows = await rowsOf<
    EventRow & {
      readonly conversationId: ConversationId;
      readonly actorName: string | null;
    }
  >(
    runner,
    `SELECT i.c AS "conversationId", e.seq, e.type, e.at, e.actor_id AS "actorId", e.payload, m.name AS "actorName"
     FROM unnest($1::uuid[], $2::integer[]) AS i (c, s)
     JOIN conversations c ON c.id = i.c
     CROSS JOIN LATERAL (
       SELECT * FROM conversation_events
       WHERE conversation_id = i.c AND type <> 'receipt.moved'
         AND seq > CASE WHEN i.s = 0 THEN c.head_seq - $3 ELSE i.s END
       ORDER BY seq LIMIT $3) AS e
     LEFT JOIN members m ON m.conversation_id = e.conversation_id AND m.principal_id = e.actor_id
     ORDER BY i.c, e.seq`,
    [
      places.map((place) => place.conversationId),
      places.map((place) => place.seq),
      limit,
    ],
  );
  return rows.map(({ conversationId, actorName, ...row }) => ({
    conversationId,
    event: eventOf(row),
    actorName,
  }));
}

/** A present member's own side of a conversation, and what the conversation is. */
export interface Seated {
  readonly conversationId: ConversationId;
  readonly principalId: PrincipalId;
  readonly kind: ConversationKind;
  readonly title: string | null;
  readonly confidentiality: Confidentiality | null;
  readonly notify: Mine["notify"];
  readonly mutedUntil: string | null;
  /** Absent: as their settings say. */
  readonly sounds?: ConversationSounds;
  readonly readTo: number;
}

/** Users of these conversations: customers are told by the widget alone. */
export interface WhoSits {
  readonly conversationIds: readonly ConversationId[];
  /** These people wherever they sit. */
  readonly among: readonly PrincipalId[];
  /** And everybody in these of the conversations, */
  readonly wholeOf?: readonly ConversationId[];
  /** and in those of these kinds. */
  readonly wholeKinds?: readonly ConversationKind[];
}

export async function seatedIn(
  runner: StatementRunner,
  { conversationIds, among, wholeOf = [], wholeKinds = [] }: WhoSits,
): Promise<readonly Seated[]> {
  if (conversationIds.length === 0) return [];
  const rows = await rowsOf<
    Omit<Seated, "mutedUntil" | "sounds"> & {
      readonly mutedUntil: Date | null;
      readonly sounds: ConversationSounds | null;
    }
  >(
    runner,
    `SELECT m.conversation_id AS "conversationId", m.principal_id AS "principalId", c.kind, c.title,
       c.confidentiality, m.notify, m.muted_until AS "mutedUntil", m.sounds, m.read_to AS "readTo"
     FROM members m JOIN conversations c ON c.id = m.conversation_id
     WHERE m.conversation_id = ANY($1::uuid[]) AND m.left_at IS NULL AND m.kind = 'user'
       AND c.deleted_at IS NULL AND (m.principal_id = ANY($2::uuid[]) OR c.id = ANY($3::uuid[]) OR c.kind = ANY($4::text[]))
     ORDER BY m.conversation_id, m.principal_id`,
    [conversationIds, among, wholeOf, wholeKinds],
  );
  return rows.map(({ mutedUntil, sounds, ...seat }) => ({
    ...seat,
    ...(sounds === null ? {} : { sounds }),
    mutedUntil: mutedUntil?.toISOString() ?? null,
  }));
}
