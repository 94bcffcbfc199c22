import type { ConversationId, MessageId } from "@veche/contracts";
import {
  type LentUnit,
  type StatementRunner,
  rowsOf,
  sendOff,
} from "../../../platform/db/statements.ts";
import type { MessagePlace } from "./messages.ts";

/** How many messages are pinned, by conversation; one with none is left out. */
export async function countPins(
  runner: StatementRunner,
  conversationIds: readonly ConversationId[],
): Promise<ReadonlyMap<ConversationId, number>> {
  if (conversationIds.length === 0) return new Map();
  const rows = await rowsOf<{ id: ConversationId; total: number }>(
    runner,
    `SELECT conversation_id AS id, count(*)::integer AS total FROM pins
     WHERE conversation_id = ANY($1::uuid[]) GROUP BY conversation_id`,
    [conversationIds],
  );
  return new Map(rows.map(({ id, total }) => [id, total]));
}

/** The places of the pinned messages, the last pinned first. */
export function pinnedPlaces(
  runner: StatementRunner,
  conversationId: ConversationId,
): Promise<readonly MessagePlace[]> {
  return rowsOf<MessagePlace>(
    runner,
    `SELECT conversation_id AS "conversationId", seq FROM pins
     WHERE conversation_id = $1 ORDER BY pinned_at DESC, seq DESC`,
    [conversationId],
  );
}

export interface NewPin extends MessagePlace {
  readonly messageId: MessageId;
  readonly pinnedAt: string;
}

/** A message is in one of the two lists at most. */
export async function writePins(
  unit: LentUnit,
  {
    set,
    unset,
  }: { readonly set: readonly NewPin[]; readonly unset: readonly MessageId[] },
): Promise<void> {
  if (set.length > 0)
    await sendOff(
      unit,
      `INSERT INTO pins (message_id, conversation_id, seq, pinned_at)
       SELECT "messageId", "conversationId", seq, "pinnedAt"
       FROM json_to_recordset($1::json) AS i ("messageId" uuid, "conversationId" uuid, seq integer,
         "pinnedAt" timestamptz)
       ON CONFLICT (message_id) DO UPDATE SET pinned_at = excluded.pinned_at`,
      [JSON.stringify(set)],
    );
  if (unset.length > 0)
    await sendOff(unit, `DELETE FROM pins WHERE message_id = ANY($1::uuid[])`, [
      unset,
    ]);
}
