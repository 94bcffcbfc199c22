import type {
  ConversationId,
  CustomerId,
  QueueId,
  RequestEndReason,
  RequestId,
  RequestKind,
  UserId,
} from "@veche/contracts";
import { sql } from "kysely";
import type { Db } from "../../../platform/db/database.ts";
import type { RequestRow } from "./rows.ts";
import type { ContactCentreTables } from "./tables.ts";

export interface HistoryFilter {
  /** Only what this operator served; undefined: everybody's. */
  readonly operatorId: UserId | undefined;
  readonly before: Date | undefined;
  readonly since: Date | undefined;
  readonly queueId: QueueId | undefined;
  readonly kind: RequestKind | undefined;
  readonly endReason: RequestEndReason | undefined;
  /** Part of a customer's or operator's name. */
  readonly text: string | undefined;
  readonly limit: number;
}

/** Ended requests, the newest first. */
export function endedRequests(
  db: Db<ContactCentreTables>,
  filter: HistoryFilter,
): Promise<readonly RequestRow[]> {
  let query = db
    .selectFrom("requests")
    .selectAll()
    .where("state", "=", "ended");
  if (filter.operatorId !== undefined)
    query = query.where(servedBy(filter.operatorId));
  if (filter.before !== undefined)
    query = query.where("createdAt", "<", filter.before);
  if (filter.since !== undefined)
    query = query.where("createdAt", ">=", filter.since);
  if (filter.queueId !== undefined)
    query = query.where("queueId", "=", filter.queueId);
  if (filter.kind !== undefined) query = query.where("kind", "=", filter.kind);
  if (filter.endReason !== undefined)
    query = query.where("endReason", "=", filter.endReason);
  if (filter.text !== undefined && filter.text.trim() !== "") {
    const pattern = `%${filter.text.trim().replaceAll(/[\\%_]/g, "\\$&")}%`;
    query = query.where((where) =>
      where.or([
        where("customerName", "ilike", pattern),
        where("operatorName", "ilike", pattern),
        sql<boolean>`exists (select from transfers t where t.request_id = requests.id
          and t.left_at is not null and t.from_operator_name ilike ${pattern})`,
      ]),
    );
  }
  return query.orderBy("createdAt", "desc").limit(filter.limit).execute();
}

/** Theirs now, or theirs before they handed it over. */
const servedBy = (operatorId: UserId) =>
  sql<boolean>`(requests.operator_id = ${operatorId} or exists (select from transfers t
    where t.request_id = requests.id and t.from_operator_id = ${operatorId} and t.left_at is not null))`;

/** Did this operator serve the request at any time? */
export async function isServedBy(
  db: Db<ContactCentreTables>,
  requestId: RequestId,
  operatorId: UserId,
): Promise<boolean> {
  const row = await db
    .selectFrom("requests")
    .select("id")
    .where("id", "=", requestId)
    .where(servedBy(operatorId))
    .executeTakeFirst();
  return row !== undefined;
}

export async function findRequest(
  db: Db<ContactCentreTables>,
  id: RequestId,
): Promise<RequestRow | undefined> {
  return db
    .selectFrom("requests")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Does this operator serve the customer, did they ever, or are they rung for them now? */
export async function hasServed(
  db: Db<ContactCentreTables>,
  operatorId: UserId,
  customerId: CustomerId,
): Promise<boolean> {
  const served = await db
    .selectFrom("requests")
    .select("id")
    .where("customerId", "=", customerId)
    .where(servedBy(operatorId))
    .limit(1)
    .executeTakeFirst();
  if (served !== undefined) return true;
  const rung = await db
    .selectFrom("offers as o")
    .innerJoin("requests as r", "r.id", "o.requestId")
    .select("o.id")
    .where("o.operatorId", "=", operatorId)
    .where("o.outcome", "is", null)
    .where("r.customerId", "=", customerId)
    .executeTakeFirst();
  return rung !== undefined;
}

/** Is it a customer's conversation, and has the operator served in it (undefined: has anybody asked in it)? */
export async function isServiceConversation(
  db: Db<ContactCentreTables>,
  conversationId: ConversationId,
  operatorId: UserId | undefined,
): Promise<boolean> {
  let query = db
    .selectFrom("requests")
    .select("id")
    .where("conversationId", "=", conversationId);
  if (operatorId !== undefined) query = query.where(servedBy(operatorId));
  return (await query.limit(1).executeTakeFirst()) !== undefined;
}

/** How a session ends in which a customer was served. */
export const servedReasons = ["completed", "operator_lost"] as const;

/** How many customers were served in sessions that ended since. */
export async function countServed(
  db: Db<ContactCentreTables>,
  since: Date,
): Promise<number> {
  const { count } = await db
    .selectFrom("requests")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("state", "=", "ended")
    .where("endedAt", ">=", since)
    .where("endReason", "in", servedReasons)
    .executeTakeFirstOrThrow();
  return count;
}

/** The session going on in a conversation. */
export async function sessionIn(
  db: Db<ContactCentreTables>,
  conversationId: ConversationId,
): Promise<RequestId | null> {
  const row = await db
    .selectFrom("requests")
    .select("id")
    .where("conversationId", "=", conversationId)
    .where("state", "!=", "ended")
    .where("operatorId", "is not", null)
    .executeTakeFirst();
  return row?.id ?? null;
}
