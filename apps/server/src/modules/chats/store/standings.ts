import {
  SMALL_CONVERSATION_MEMBERS,
  type Conversation,
  type ConversationId,
  type Member,
  type PrincipalId,
} from "@veche/contracts";
import {
  type LentUnit,
  rowsOf,
  sendOff,
} from "../../../platform/db/statements.ts";

/** A principal in a conversation. */
export interface Seat {
  readonly conversationId: ConversationId;
  readonly principalId: PrincipalId;
}

export interface Cursors {
  readonly deliveredTo: number;
  readonly readTo: number;
}

/** What a present member may do, how far they have read, and how far the log goes. */
export interface Standing extends Cursors {
  readonly role: Member["role"];
  readonly kind: Conversation["kind"];
  readonly posting: Conversation["posting"];
  readonly confidentiality: Conversation["confidentiality"];
  /** Too many members to tell each of the others' receipts. */
  readonly isLarge: boolean;
  readonly headSeq: number;
  /** The newest entry that is not a receipt. */
  readonly lastEntrySeq: number;
}

export const seatKey = ({ conversationId, principalId }: Seat): string =>
  `${conversationId}/${principalId}`;

/**
 * Standings by `seatKey`; who is not a member now has none. Holds the conversations' rows and these members' until the
 * commit. Whoever waited for a row reads it as it is after the wait, so nobody who was shown out meanwhile is let
 * through; conversations are taken in the order of ids, so two of these never wait for each other.
 */
export async function holdStandings(
  unit: LentUnit,
  seats: readonly Seat[],
): Promise<ReadonlyMap<string, Standing>> {
  const rows = await rowsOf<Seat & Standing>(
    unit.tx,
    `SELECT m.conversation_id AS "conversationId", m.principal_id AS "principalId", m.role,
       c.kind, c.posting, c.member_count > ${SMALL_CONVERSATION_MEMBERS} AS "isLarge",
        c.confidentiality, m.delivered_to AS "deliveredTo", m.read_to AS "readTo",
       c.head_seq AS "headSeq", c.last_entry_seq AS "lastEntrySeq"
     FROM unnest($1::uuid[], $2::uuid[]) AS i (c, p)
     JOIN conversations c ON c.id = i.c
     JOIN members m ON m.conversation_id = i.c AND m.principal_id = i.p
     WHERE m.left_at IS NULL
     ORDER BY c.id, m.principal_id
     FOR NO KEY UPDATE OF c, m`,
    [
      seats.map((seat) => seat.conversationId),
      seats.map((seat) => seat.principalId),
    ],
  );
  return new Map(rows.map((row) => [seatKey(row), row]));
}

/** Writes new cursors; the rows of `moves` name each seat once. */
export async function writeCursors(
  unit: LentUnit,
  moves: readonly (Seat & Cursors)[],
): Promise<void> {
  for (const { conversationId, principalId } of moves)
    unit.happened({ type: "receipts.moved", conversationId, principalId });
  await sendOff(
    unit,
    `UPDATE members m SET delivered_to = i.d, read_to = i.r
     FROM unnest($1::uuid[], $2::uuid[], $3::integer[], $4::integer[]) AS i (c, p, d, r)
     WHERE m.conversation_id = i.c AND m.principal_id = i.p`,
    [
      moves.map((move) => move.conversationId),
      moves.map((move) => move.principalId),
      moves.map((move) => move.deliveredTo),
      moves.map((move) => move.readTo),
    ],
  );
}

/** Moves what a member has read back to a position, if it lies behind; where it is then. Undefined for no member. */
export async function moveBack(
  unit: LentUnit,
  { conversationId, principalId }: Seat,
  readTo: number,
): Promise<number | undefined> {
  const [row] = await rowsOf<{ readTo: number }>(
    unit.tx,
    `UPDATE members SET read_to = least(read_to, $3)
     WHERE conversation_id = $1 AND principal_id = $2 AND left_at IS NULL RETURNING read_to AS "readTo"`,
    [conversationId, principalId, readTo],
  );
  return row?.readTo;
}
