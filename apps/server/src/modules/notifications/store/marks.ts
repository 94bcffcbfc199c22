import { sql } from "kysely";
import type { ConversationId } from "@veche/contracts";
import type { Tx } from "../../../platform/db/database.ts";
import type { NotificationsTables } from "./tables.ts";

export interface ToldMark {
  readonly conversationId: ConversationId;
  readonly toldTo: number;
}

/**
 * Holds how far each conversation was told of, until the commit: of two servers that look at the same one, the second
 * finds it told. In the order of ids, so that neither waits for the other.
 */
export async function holdMarks(
  tx: Tx<NotificationsTables>,
  conversationIds: readonly ConversationId[],
): Promise<readonly ToldMark[]> {
  await sql`
    INSERT INTO told_marks (conversation_id, told_to)
    SELECT id, 0 FROM unnest(${conversationIds}::uuid[]) AS i (id) ORDER BY id
    ON CONFLICT DO NOTHING`.execute(tx);
  return tx
    .selectFrom("toldMarks")
    .selectAll()
    .where(
      "conversationId",
      "=",
      sql<ConversationId>`any(${conversationIds}::uuid[])`,
    )
    .orderBy("conversationId")
    .forUpdate()
    .execute();
}

export async function moveMarks(
  tx: Tx<NotificationsTables>,
  marks: readonly ToldMark[],
): Promise<void> {
  if (marks.length === 0) return;
  await sql`
    UPDATE told_marks m SET told_to = i.told_to
    FROM json_to_recordset(${JSON.stringify(
      marks.map((mark) => ({ id: mark.conversationId, told_to: mark.toldTo })),
    )}::json) AS i (id uuid, told_to integer)
    WHERE m.conversation_id = i.id`.execute(tx);
}
