import { createHash } from "node:crypto";
import type { Selectable } from "kysely";
import type { CustomerId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { CustomersTable, CustomersTables } from "./tables.ts";

const hashOf = (visitorToken: string): Buffer =>
  createHash("sha256").update(visitorToken).digest();

export interface OpenVisit {
  readonly customer: Selectable<CustomersTable>;
  readonly lastUsedAt: Date;
}

/** The visit this token opens, unless it is over. */
export async function findVisit(
  db: Db<CustomersTables>,
  visitorToken: string,
  now: Date,
): Promise<OpenVisit | undefined> {
  const row = await db
    .selectFrom("visits")
    .innerJoin("customers", "customers.id", "visits.customerId")
    .selectAll("customers")
    .select("visits.lastUsedAt")
    .where("visits.tokenHash", "=", hashOf(visitorToken))
    .where("visits.expiresAt", ">", now)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { lastUsedAt, ...customer } = row;
  return { customer, lastUsedAt };
}

export interface NewVisit {
  readonly visitorToken: string;
  readonly customerId: CustomerId;
  readonly startedAt: Date;
  readonly expiresAt: Date;
}

export async function insertVisit(
  tx: Tx<CustomersTables>,
  { visitorToken, customerId, startedAt, expiresAt }: NewVisit,
): Promise<void> {
  await tx
    .insertInto("visits")
    .values({
      tokenHash: hashOf(visitorToken),
      customerId,
      startedAt,
      lastUsedAt: startedAt,
      expiresAt,
    })
    .execute();
}

export async function prolongVisit(
  tx: Tx<CustomersTables>,
  visitorToken: string,
  { usedAt, expiresAt }: { readonly usedAt: Date; readonly expiresAt: Date },
): Promise<void> {
  await tx
    .updateTable("visits")
    .set({ lastUsedAt: usedAt, expiresAt })
    .where("tokenHash", "=", hashOf(visitorToken))
    .execute();
}

export async function endVisit(
  tx: Tx<CustomersTables>,
  visitorToken: string,
): Promise<void> {
  await tx
    .deleteFrom("visits")
    .where("tokenHash", "=", hashOf(visitorToken))
    .execute();
}

/** Far more than begin in its place, so that none of them gathers. */
const removedAtOnce = 100;

/** Visits that were over before now are of no use to anybody. Passes over those that somebody else is removing. */
export async function removeVisitsOver(
  tx: Tx<CustomersTables>,
  now: Date,
): Promise<void> {
  await tx
    .deleteFrom("visits")
    .where("tokenHash", "in", (from) =>
      from
        .selectFrom("visits")
        .select("tokenHash")
        .where("expiresAt", "<=", now)
        .limit(removedAtOnce)
        .forUpdate()
        .skipLocked(),
    )
    .execute();
}
