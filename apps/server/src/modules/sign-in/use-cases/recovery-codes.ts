import type { Actor, UserId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { UnitOfWork } from "../../../platform/db/database.ts";
import type { Ids } from "../../../platform/ids.ts";
import { recoveryCode } from "../domain/step-code.ts";
import type { SignInPowers } from "../sign-in-powers.ts";
import { lockFactors, readFactors } from "../store/policy.ts";
import { replaceRecoveryCodes } from "../store/recovery-codes.ts";
import type { SignInTables } from "../store/tables.ts";

const CODE_COUNT = 10;

const makeCodes = (ids: Pick<Ids, "secret">): readonly string[] =>
  Array.from({ length: CODE_COUNT }, () =>
    recoveryCode(Buffer.from(ids.secret(), "base64url")),
  );

interface Giving {
  readonly unit: UnitOfWork<SignInTables>;
  readonly ids: Pick<Ids, "secret">;
}

async function give(
  { unit, ids }: Giving,
  userId: UserId,
): Promise<readonly string[]> {
  const codes = makeCodes(ids);
  await replaceRecoveryCodes(unit.tx, userId, codes);
  unit.happened({ type: "recovery_codes.made", userId });
  return codes;
}

/** Recovery codes for somebody who is about to get their first factor; undefined for everybody else. */
export async function giveFirstCodes(
  giving: Giving,
  userId: UserId,
): Promise<readonly string[] | undefined> {
  const { hasTotp, passkeyCount } = await readFactors(giving.unit.tx, userId);
  return hasTotp || passkeyCount > 0 ? undefined : give(giving, userId);
}

/** New ones instead of all earlier ones. Refuses `request.conflict` where there is nothing to recover. */
export async function makeRecoveryCodes(
  { database, ids }: Pick<SignInPowers, "database" | "ids">,
  actor: Actor,
  userId: UserId,
): Promise<readonly string[]> {
  return database.transact(actor, async (unit) => {
    await lockFactors(unit.tx, userId);
    const { hasTotp, passkeyCount } = await readFactors(unit.tx, userId);
    if (!hasTotp && passkeyCount === 0) throw new AppError("request.conflict");
    return give({ unit, ids }, userId);
  });
}
