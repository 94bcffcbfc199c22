import type {
  Confidentiality,
  ConversationId,
  FileId,
  MemberRole,
  PrincipalId,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { rowsOf, type LentUnit } from "../../../platform/db/statements.ts";
import type { Rules } from "../domain/rights.ts";
import { lockConversation } from "./members.ts";

/** A conversation as whoever acts in it finds it. */
export interface Place extends Rules {
  readonly id: ConversationId;
  readonly title: string | null;
  readonly about: string | null;
  readonly pictureId: FileId | null;
  readonly confidentiality: Confidentiality | null;
  readonly headSeq: number;
  /** The actor's; null when they are not in it. */
  readonly role: MemberRole | null;
  readonly memberCount: number;
  readonly ownerCount: number;
}

/**
 * Holds the conversation until the commit and reads it after the wait, so that what is decided by it stays true.
 * Refuses `conversation.not_found`.
 */
export async function holdPlace(
  unit: LentUnit,
  conversationId: ConversationId,
  actorId: PrincipalId,
): Promise<Place> {
  await lockConversation(unit, conversationId);
  // A statement of its own: one that waited for the row would show the members of before the wait.
  const [place] = await rowsOf<Place>(
    unit.tx,
    `SELECT c.id, c.kind, c.access, c.posting, c.title, c.about, c.picture_id AS "pictureId",
       c.confidentiality, c.head_seq AS "headSeq", me.role,
       c.member_count AS "memberCount",
       (SELECT count(*)::integer FROM members m
        WHERE m.conversation_id = c.id AND m.left_at IS NULL AND m.role = 'owner') AS "ownerCount"
     FROM conversations c
     LEFT JOIN members me
       ON me.conversation_id = c.id AND me.principal_id = $2 AND me.left_at IS NULL
     WHERE c.id = $1 AND c.deleted_at IS NULL`,
    [conversationId, actorId],
  );
  if (place === undefined) throw new AppError("conversation.not_found");
  return place;
}

/** What was before: was it taken away, and has this principal been in it and is no longer? */
export async function pastOf(
  unit: LentUnit,
  conversationId: ConversationId,
  principalId: PrincipalId,
): Promise<{ readonly isDeleted: boolean; readonly hasLeft: boolean }> {
  const [row] = await rowsOf<{ isDeleted: boolean; hasLeft: boolean }>(
    unit.tx,
    `SELECT c.deleted_at IS NOT NULL AS "isDeleted", coalesce(m.left_at IS NOT NULL, false) AS "hasLeft"
     FROM conversations c
     LEFT JOIN members m ON m.conversation_id = c.id AND m.principal_id = $2
     WHERE c.id = $1`,
    [conversationId, principalId],
  );
  return row ?? { isDeleted: false, hasLeft: false };
}
