import { sql } from "kysely";
import type { SignInPolicy, UserId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { Factors } from "../domain/second-steps.ts";
import type { SignInTables } from "./tables.ts";

export async function readPolicy(db: Db<SignInTables>): Promise<SignInPolicy> {
  const { secondFactorRoles, emergencyUserId } = await db
    .selectFrom("signInPolicy")
    .select(["secondFactorRoles", "emergencyUserId"])
    .executeTakeFirstOrThrow();
  return {
    secondFactorRoles: [...secondFactorRoles],
    companyOnly: emergencyUserId === null ? null : { emergencyUserId },
  };
}

export async function writePolicy(
  tx: Tx<SignInTables>,
  { secondFactorRoles, companyOnly }: SignInPolicy,
): Promise<void> {
  await tx
    .updateTable("signInPolicy")
    .set({
      secondFactorRoles: JSON.stringify(secondFactorRoles),
      emergencyUserId: companyOnly?.emergencyUserId ?? null,
    })
    .execute();
}

export async function readFactors(
  db: Db<SignInTables>,
  userId: UserId,
): Promise<Factors> {
  const { rows } = await sql<Factors>`
    SELECT
      EXISTS (SELECT FROM totp_factors WHERE user_id = ${userId} AND secret IS NOT NULL) AS has_totp,
      (SELECT count(*) FROM passkeys WHERE user_id = ${userId}) AS passkey_count,
      (SELECT count(*) FROM recovery_codes WHERE user_id = ${userId} AND used_at IS NULL) AS recovery_codes_left
  `.execute(db);
  const [factors] = rows;
  if (factors === undefined) throw new Error("one row always");
  return factors;
}

/** One after the other: of two factors taken away at once the second finds itself to be the last. */
export async function lockFactors(
  tx: Tx<SignInTables>,
  userId: UserId,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('sign-in.factors'), hashtext(${userId}))`.execute(
    tx,
  );
}
