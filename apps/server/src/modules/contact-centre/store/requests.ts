import { sql } from "kysely";
import type {
  ClientId,
  CustomerId,
  PrincipalId,
  RequestId,
  UserId,
} from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { RequestRow } from "./rows.ts";
import type { ContactCentreTables } from "./tables.ts";

const queued = ["waiting", "offered"] as const;

export async function insertRequest(
  tx: Tx<ContactCentreTables>,
  row: RequestRow,
): Promise<void> {
  await tx.insertInto("requests").values(row).execute();
}

export async function saveRequest(
  tx: Tx<ContactCentreTables>,
  id: RequestId,
  fields: Partial<RequestRow>,
): Promise<void> {
  await tx.updateTable("requests").set(fields).where("id", "=", id).execute();
}

/** Holds the request's row until the commit: taken before its offer's and its operator's, so nobody waits in a ring. */
export function lockRequest(
  tx: Tx<ContactCentreTables>,
  id: RequestId,
): Promise<RequestRow | undefined> {
  return tx
    .selectFrom("requests")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

export function requestsNamed(
  db: Db<ContactCentreTables>,
  ids: readonly RequestId[],
): Promise<readonly RequestRow[]> {
  return db.selectFrom("requests").selectAll().where("id", "in", ids).execute();
}

/** What the same command made before. */
export function requestByClient(
  db: Db<ContactCentreTables>,
  authorId: PrincipalId,
  clientId: ClientId,
): Promise<RequestRow | undefined> {
  return db
    .selectFrom("requests")
    .selectAll()
    .where("authorId", "=", authorId)
    .where("clientId", "=", clientId)
    .executeTakeFirst();
}

export function openRequestOf(
  db: Db<ContactCentreTables>,
  customerId: CustomerId,
): Promise<RequestRow | undefined> {
  return db
    .selectFrom("requests")
    .selectAll()
    .where("customerId", "=", customerId)
    .where("state", "!=", "ended")
    .executeTakeFirst();
}

/** Who served the customer in their last session that ended since then. */
export async function lastOperatorOf(
  db: Db<ContactCentreTables>,
  customerId: CustomerId,
  since: Date,
): Promise<UserId | null> {
  const row = await db
    .selectFrom("requests")
    .select("operatorId")
    .where("customerId", "=", customerId)
    .where("operatorId", "is not", null)
    .where("endedAt", ">", since)
    .orderBy("createdAt", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.operatorId ?? null;
}

/** What these customers wait for, whoever of them waits. */
export function queuedOf(
  db: Db<ContactCentreTables>,
  customerIds: readonly CustomerId[],
): Promise<readonly RequestRow[]> {
  return db
    .selectFrom("requests")
    .selectAll()
    .where("customerId", "=", sql<CustomerId>`any(${customerIds}::uuid[])`)
    .where("state", "in", queued)
    .execute();
}

/** The customer's newest request, if it is open or ended after `since`. */
export function latestRequestOf(
  db: Db<ContactCentreTables>,
  customerId: CustomerId,
  since: Date,
): Promise<RequestRow | undefined> {
  return db
    .selectFrom("requests")
    .selectAll()
    .where("customerId", "=", customerId)
    .where((where) =>
      where.or([where("state", "!=", "ended"), where("endedAt", ">", since)]),
    )
    .orderBy("createdAt", "desc")
    .limit(1)
    .executeTakeFirst();
}

export function activeRequestsOf(
  db: Db<ContactCentreTables>,
  operatorId: UserId,
): Promise<readonly RequestRow[]> {
  return db
    .selectFrom("requests")
    .selectAll()
    .where("operatorId", "=", operatorId)
    .where("state", "!=", "ended")
    .execute();
}

/** Sessions whose operator asks for help, the longest first. */
export function requestsAskingHelp(
  db: Db<ContactCentreTables>,
  limit: number,
): Promise<readonly RequestRow[]> {
  return db
    .selectFrom("requests")
    .selectAll()
    .where("helpAskedAt", "is not", null)
    .orderBy("helpAskedAt")
    .orderBy("id")
    .limit(limit)
    .execute();
}

/** Sessions of sound or picture whose operator hands them over. */
export async function handedOverInCalls(
  db: Db<ContactCentreTables>,
): Promise<readonly RequestId[]> {
  const rows = await db
    .selectFrom("requests")
    .select("id")
    .where("state", "in", queued)
    .where("operatorId", "is not", null)
    .where("callId", "is not", null)
    .execute();
  return rows.map(({ id }) => id);
}

/** Places in their queues, from 1; only those still queued are named. */
export async function placesOf(
  db: Db<ContactCentreTables>,
  ids: readonly RequestId[],
): Promise<ReadonlyMap<RequestId, number>> {
  const rows = await db
    .selectFrom("requests as r")
    .select([
      "r.id",
      sql<number>`(select count(*)::integer from requests q where q.state in ('waiting', 'offered') and q.queue_id = r.queue_id
        and (q.created_at, q.id) <= (r.created_at, r.id))`.as("place"),
    ])
    .where("r.id", "in", ids)
    .where("r.state", "in", queued)
    .execute();
  return new Map(rows.map((row) => [row.id, row.place]));
}

/** Everybody in the queue, the next first. */
export const queuedRequests = (
  db: Db<ContactCentreTables>,
): Promise<readonly RequestRow[]> => queueOf(db).execute();

export const firstQueued = (
  db: Db<ContactCentreTables>,
  limit: number,
): Promise<readonly RequestRow[]> => queueOf(db).limit(limit).execute();

const queueOf = (db: Db<ContactCentreTables>) =>
  db
    .selectFrom("requests")
    .selectAll()
    .where("state", "in", queued)
    .orderBy("createdAt")
    .orderBy("id");

export async function countQueued(
  db: Db<ContactCentreTables>,
): Promise<number> {
  const row = await db
    .selectFrom("requests")
    .select((build) => build.fn.countAll<number>().as("count"))
    .where("state", "in", queued)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** The customer's waiting request gets, or loses, the mark that they are away. Answers whether anything changed. */
export async function markCustomer(
  tx: Tx<ContactCentreTables>,
  customerId: CustomerId,
  goneAt: Date | null,
): Promise<boolean> {
  const result = await tx
    .updateTable("requests")
    .set({ customerGoneAt: goneAt })
    .where("customerId", "=", customerId)
    .where("state", "in", queued)
    .where("customerGoneAt", goneAt === null ? "is not" : "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Everybody in the queue is away from this instant. */
export async function markCustomersAway(
  tx: Tx<ContactCentreTables>,
  now: Date,
): Promise<void> {
  await tx
    .updateTable("requests")
    .set({ customerGoneAt: now })
    .where("state", "in", queued)
    .execute();
}
