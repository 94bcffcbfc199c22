import { sql, type Insertable, type Selectable, type Updateable } from "kysely";
import type { CustomerId, SiteId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { CustomersTable, CustomersTables } from "./tables.ts";

export type CustomerRow = Selectable<CustomersTable>;

export function findCustomers(
  db: Db<CustomersTables>,
  ids: readonly CustomerId[],
): Promise<CustomerRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return db
    .selectFrom("customers")
    .selectAll()
    .where("id", "in", ids)
    .execute();
}

/** A customer as the company's own system names them. */
export interface ExternalName {
  readonly siteId: SiteId;
  readonly externalId: string;
}

/**
 * Finds a known customer and makes everybody else who looks for the same one wait until the commit: two pages opened
 * at once can't both find nobody and make two.
 */
export async function lockKnownCustomer(
  tx: Tx<CustomersTables>,
  { siteId, externalId }: ExternalName,
): Promise<CustomerRow | undefined> {
  const name = `customer/${siteId}/${externalId}`;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(
    tx,
  );
  return tx
    .selectFrom("customers")
    .selectAll()
    .where("siteId", "=", siteId)
    .where("externalId", "=", externalId)
    .executeTakeFirst();
}

export async function insertCustomer(
  tx: Tx<CustomersTables>,
  customer: Insertable<CustomersTable>,
): Promise<CustomerRow> {
  return tx
    .insertInto("customers")
    .values(customer)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function updateCustomer(
  tx: Tx<CustomersTables>,
  id: CustomerId,
  changes: Updateable<CustomersTable>,
): Promise<CustomerRow> {
  return tx
    .updateTable("customers")
    .set(changes)
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Does nothing for a customer who is not kept. */
export async function touchCustomer(
  tx: Tx<CustomersTables>,
  id: CustomerId,
  lastSeenAt: Date,
): Promise<void> {
  await tx
    .updateTable("customers")
    .set({ lastSeenAt })
    .where("id", "=", id)
    .execute();
}
