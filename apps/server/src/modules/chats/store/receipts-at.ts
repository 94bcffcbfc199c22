import type { PrincipalId } from "@veche/contracts";
import {
  rowsOf,
  type StatementRunner,
} from "../../../platform/db/statements.ts";
import type { LogPlace } from "./log-entries.ts";

/** A member whose receipts came to a place; `at` null where the log tells no receipts. */
interface ReceiptAt {
  readonly principalId: PrincipalId;
  readonly name: string;
  readonly at: Date | null;
}

export interface ReceiptsAt {
  readonly readBy: readonly ReceiptAt[];
  readonly readCount: number;
  /** Delivered to, but not read by. */
  readonly deliveredTo: readonly ReceiptAt[];
  readonly deliveredCount: number;
}

/** So many of each kind are named. */
const namedReaders = 100;

/**
 * Members beside the author, by what their cursors say; those who came later began after it. When they came there is found in the log, forward from the
 * place: a receipt mostly stands soon after what it confirms.
 */
const members = `
  WITH placed AS (
    SELECT m.principal_id AS "principalId", m.name, m.read_to >= $2 AS "isRead", m.joined_at
    FROM conversation_events e JOIN members m ON m.conversation_id = e.conversation_id
    WHERE e.conversation_id = $1 AND e.seq = $2 AND m.left_at IS NULL AND m.delivered_to >= $2
      AND m.joined_at <= e.at AND m.principal_id IS DISTINCT FROM e.actor_id
  ), named AS (
    SELECT *, count(*) OVER kind AS total, row_number() OVER (kind ORDER BY joined_at, "principalId") AS n
    FROM placed WINDOW kind AS (PARTITION BY "isRead")
  )
  SELECT named."principalId", named.name, named."isRead", named.total::integer, receipt.at
  FROM named LEFT JOIN LATERAL (
    SELECT e.at FROM conversation_events e
    WHERE e.conversation_id = $1 AND e.seq > $2 AND e.type = 'receipt.moved' AND e.actor_id = named."principalId"
      AND (e.payload ->> CASE WHEN named."isRead" THEN 'readTo' ELSE 'deliveredTo' END)::integer >= $2
    ORDER BY e.seq LIMIT 1
  ) AS receipt ON true
  WHERE n <= ${namedReaders}
  ORDER BY receipt.at NULLS LAST, n`;

export async function receiptsAt(
  runner: StatementRunner,
  { conversationId, seq }: LogPlace,
): Promise<ReceiptsAt> {
  const rows = await rowsOf<
    ReceiptAt & { readonly isRead: boolean; readonly total: number }
  >(runner, members, [conversationId, seq]);
  const of = (wanted: boolean) =>
    rows.filter(({ isRead }) => isRead === wanted);
  const [read, delivered] = [of(true), of(false)];
  return {
    readBy: read.map(receiptOf),
    readCount: read[0]?.total ?? 0,
    deliveredTo: delivered.map(receiptOf),
    deliveredCount: delivered[0]?.total ?? 0,
  };
}

const receiptOf = ({ principalId, name, at }: ReceiptAt): ReceiptAt => ({
  principalId,
  name,
  at,
});
