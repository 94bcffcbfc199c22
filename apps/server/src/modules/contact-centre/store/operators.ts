import { sql } from "kysely";
import type { OperatorState, UserId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { OperatorRow } from "./rows.ts";
import type { ContactCentreTables } from "./tables.ts";

/** Makes the operator known, offline until they choose; keeps the name fresh. */
export async function ensureOperator(
  tx: Tx<ContactCentreTables>,
  {
    userId,
    name,
    now,
  }: { readonly userId: UserId; readonly name: string; readonly now: Date },
): Promise<void> {
  await tx
    .insertInto("operators")
    .values({
      userId,
      name,
      state: "offline",
      requestedState: "offline",
      breakReason: null,
      since: now,
      idleSince: now,
      missedCount: 0,
      disconnectedAt: now,
      wrapUpRequestId: null,
      wrapUpUntil: null,
    })
    .onConflict((conflict) =>
      conflict
        .column("userId")
        .doUpdateSet({ name })
        .where("operators.name", "!=", name),
    )
    .execute();
}

export function findOperator(
  db: Db<ContactCentreTables>,
  userId: UserId,
): Promise<OperatorRow | undefined> {
  return db
    .selectFrom("operators")
    .selectAll()
    .where("userId", "=", userId)
    .executeTakeFirst();
}

export function operatorsNamed(
  db: Db<ContactCentreTables>,
  userIds: readonly UserId[],
): Promise<readonly OperatorRow[]> {
  return db
    .selectFrom("operators")
    .selectAll()
    .where("userId", "=", sql<UserId>`any(${userIds}::uuid[])`)
    .execute();
}

export function allOperators(
  db: Db<ContactCentreTables>,
): Promise<readonly OperatorRow[]> {
  return db
    .selectFrom("operators")
    .selectAll()
    .orderBy("name")
    .orderBy("userId")
    .execute();
}

/** Whoever is not offline, by name. */
export function operatorsAtWork(
  db: Db<ContactCentreTables>,
): Promise<readonly OperatorRow[]> {
  return db
    .selectFrom("operators")
    .selectAll()
    .where("state", "!=", "offline")
    .orderBy("name")
    .orderBy("userId")
    .execute();
}

/** Holds the operator's row until the commit. Taken after the request's and the offer's, never before. */
export function lockOperator(
  tx: Tx<ContactCentreTables>,
  userId: UserId,
): Promise<OperatorRow | undefined> {
  return tx
    .selectFrom("operators")
    .selectAll()
    .where("userId", "=", userId)
    .forUpdate()
    .executeTakeFirst();
}

export async function saveOperator(
  tx: Tx<ContactCentreTables>,
  userId: UserId,
  fields: Partial<OperatorRow>,
): Promise<void> {
  await tx
    .updateTable("operators")
    .set(fields)
    .where("userId", "=", userId)
    .execute();
}

export async function saveOperators(
  tx: Tx<ContactCentreTables>,
  userIds: readonly UserId[],
  fields: Pick<OperatorRow, "state" | "since">,
): Promise<void> {
  await tx
    .updateTable("operators")
    .set(fields)
    .where("userId", "in", userIds)
    .execute();
}

/** Is anybody at work? Ringing and talking counts, a break doesn't. */
/** Whoever is in one of these is there. */
export const atWork = [
  "available",
  "ringing",
  "in_call",
  "wrap_up",
] as const satisfies readonly OperatorState[];

export async function countByState(
  db: Db<ContactCentreTables>,
): Promise<ReadonlyMap<OperatorState, number>> {
  const rows = await db
    .selectFrom("operators")
    .select(["state", (build) => build.fn.countAll<number>().as("count")])
    .groupBy("state")
    .execute();
  return new Map(rows.map((row) => [row.state, row.count]));
}

/** Everybody's line is down from this instant; whoever is offline already has nothing to lose. */
export async function markOperatorsAway(
  tx: Tx<ContactCentreTables>,
  now: Date,
): Promise<void> {
  await tx
    .updateTable("operators")
    .set({ disconnectedAt: now })
    .where((where) =>
      where.or([
        where("state", "!=", "offline"),
        where("disconnectedAt", "is", null),
      ]),
    )
    .execute();
}
