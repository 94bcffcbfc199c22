import { sql, type Selectable } from "kysely";
import type { UserId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { FLOW_S } from "../domain/flow.ts";
import type { SignInTables } from "./tables.ts";

export type TotpRow = Selectable<SignInTables["totpFactors"]>;

export function findTotp(
  db: Db<SignInTables>,
  userId: UserId,
): Promise<TotpRow | undefined> {
  return db
    .selectFrom("totpFactors")
    .selectAll()
    .where("userId", "=", userId)
    .executeTakeFirst();
}

/** Remembers an application that is being set up; one in use stays as it is. */
export async function setPendingTotp(
  tx: Tx<SignInTables>,
  userId: UserId,
  pendingSecret: string,
): Promise<void> {
  const pending = { pendingSecret, pendingSince: sql<Date>`now()` };
  await tx
    .insertInto("totpFactors")
    .values({ userId, secret: null, since: null, lastStep: null, ...pending })
    .onConflict((conflict) => conflict.column("userId").doUpdateSet(pending))
    .execute();
}

/** The sealed secret of the application that is being set up, while that is not too long ago. */
export async function findPendingTotp(
  db: Db<SignInTables>,
  userId: UserId,
): Promise<string | undefined> {
  const row = await db
    .selectFrom("totpFactors")
    .select("pendingSecret")
    .where("userId", "=", userId)
    .where(
      "pendingSince",
      ">",
      sql<Date>`now() - make_interval(secs => ${FLOW_S})`,
    )
    .executeTakeFirst();
  return row?.pendingSecret ?? undefined;
}

/** From now on its codes are asked for. False when another began to be set up meanwhile. */
export async function settleTotp(
  tx: Tx<SignInTables>,
  userId: UserId,
  { pendingSecret, step }: { pendingSecret: string; step: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("totpFactors")
    .set({
      secret: pendingSecret,
      since: sql<Date>`now()`,
      lastStep: step,
      pendingSecret: null,
      pendingSince: null,
    })
    .where("userId", "=", userId)
    .where("pendingSecret", "=", pendingSecret)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A code is good once: false when this one, or a later one, was taken before. */
export async function spendStep(
  tx: Tx<SignInTables>,
  userId: UserId,
  step: number,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("totpFactors")
    .set({ lastStep: step })
    .where("userId", "=", userId)
    .where("lastStep", "<", step)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function deleteTotp(
  tx: Tx<SignInTables>,
  userId: UserId,
): Promise<void> {
  await tx.deleteFrom("totpFactors").where("userId", "=", userId).execute();
}
