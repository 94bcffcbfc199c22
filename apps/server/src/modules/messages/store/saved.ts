import type { MessageId, PrincipalId } from "@veche/contracts";
import {
  type LentUnit,
  type StatementRunner,
  rowsOf,
  sendOff,
} from "../../../platform/db/statements.ts";
import type { MessagePlace } from "./messages.ts";

export interface SavedPlace extends MessagePlace {
  readonly savedAt: Date;
}

/** Where the messages stand that somebody saved, the last saved first. */
export function savedPlaces(
  runner: StatementRunner,
  principalId: PrincipalId,
): Promise<readonly SavedPlace[]> {
  return rowsOf<SavedPlace>(
    runner,
    `SELECT m.conversation_id AS "conversationId", m.seq, s.saved_at AS "savedAt"
     FROM saved_messages s JOIN messages m ON m.id = s.message_id
     WHERE s.principal_id = $1 ORDER BY s.saved_at DESC, m.id DESC`,
    [principalId],
  );
}

export async function countSaved(
  runner: StatementRunner,
  principalId: PrincipalId,
): Promise<number> {
  const [row] = await rowsOf<{ total: number }>(
    runner,
    `SELECT count(*)::integer AS total FROM saved_messages WHERE principal_id = $1`,
    [principalId],
  );
  return row?.total ?? 0;
}

/** Saving the saved leaves it where it is in the list. */
export async function saveMessage(
  unit: LentUnit,
  {
    principalId,
    messageId,
    at,
  }: {
    readonly principalId: PrincipalId;
    readonly messageId: MessageId;
    readonly at: Date;
  },
): Promise<void> {
  await sendOff(
    unit,
    `INSERT INTO saved_messages (principal_id, message_id, saved_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    [principalId, messageId, at.toISOString()],
  );
}

export async function letGo(
  unit: LentUnit,
  {
    principalId,
    messageId,
  }: { readonly principalId: PrincipalId; readonly messageId: MessageId },
): Promise<void> {
  await sendOff(
    unit,
    `DELETE FROM saved_messages WHERE principal_id = $1 AND message_id = $2`,
    [principalId, messageId],
  );
}
