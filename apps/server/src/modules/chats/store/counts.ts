import type { NoticeOf, PrincipalId } from "@veche/contracts";
import {
  rowsOf,
  type StatementRunner,
} from "../../../platform/db/statements.ts";
import { unreadColumns } from "./unread.ts";
import type { Seat } from "./standings.ts";

/** How a conversation stands for one of its members. */
export type SeatCount = Omit<NoticeOf<"conversation.counted">, "type"> & {
  readonly principalId: PrincipalId;
};

/** Of those of the seats that are taken now, in one statement: each row is of one moment. */
export async function countSeats(
  runner: StatementRunner,
  seats: readonly Seat[],
): Promise<readonly SeatCount[]> {
  if (seats.length === 0) return [];
  return rowsOf<SeatCount>(
    runner,
    `SELECT c.id AS "conversationId", me.principal_id AS "principalId", c.head_seq AS "headSeq",
       me.delivered_to AS "deliveredTo", me.read_to AS "readTo", ${unreadColumns}
     FROM unnest($1::uuid[], $2::uuid[]) AS i (c, p)
     JOIN members me ON me.conversation_id = i.c AND me.principal_id = i.p AND me.left_at IS NULL
     JOIN conversations c ON c.id = i.c`,
    [
      seats.map((seat) => seat.conversationId),
      seats.map((seat) => seat.principalId),
    ],
  );
}
