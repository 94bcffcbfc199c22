import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { UserId } from "@veche/contracts";
import type { Tx } from "../../../platform/db/database.ts";
import { readStepCode } from "../domain/step-code.ts";
import type { SignInTables } from "./tables.ts";

const hashOfCode = (typed: string): Buffer =>
  createHash("sha256").update(readStepCode(typed).code).digest();

/** These, and none of the earlier ones. */
export async function replaceRecoveryCodes(
  tx: Tx<SignInTables>,
  userId: UserId,
  codes: readonly string[],
): Promise<void> {
  await tx.deleteFrom("recoveryCodes").where("userId", "=", userId).execute();
  if (codes.length === 0) return;
  await tx
    .insertInto("recoveryCodes")
    .values(
      codes.map((code) => ({
        userId,
        codeHash: hashOfCode(code),
        usedAt: null,
      })),
    )
    .execute();
}

/** A code is good once: of two who show it at once one gets through. */
export async function spendRecoveryCode(
  tx: Tx<SignInTables>,
  userId: UserId,
  code: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("recoveryCodes")
    .set({ usedAt: sql<Date>`now()` })
    .where("userId", "=", userId)
    .where("codeHash", "=", hashOfCode(code))
    .where("usedAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
