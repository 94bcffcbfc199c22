import type { Actor, PasskeyId, SecondFactor, UserId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { UnitOfWork } from "../../../platform/db/database.ts";
import type { LentUnit } from "../../../platform/db/statements.ts";
import { rowsOf } from "../../../platform/db/statements.ts";
import { isRequired, mayRemoveOne } from "../domain/second-steps.ts";
import type { SignInPowers } from "../sign-in-powers.ts";
import { dropFlowsOf } from "../store/flows.ts";
import { deletePasskeys } from "../store/passkeys.ts";
import { lockFactors, readFactors, readPolicy } from "../store/policy.ts";
import { replaceRecoveryCodes } from "../store/recovery-codes.ts";
import type { SignInTables } from "../store/tables.ts";
import { deleteTotp } from "../store/totp.ts";

type Powers = Pick<SignInPowers, "database" | "identity">;
export type Removal =
  | { readonly factor: "totp" }
  | { readonly factor: "passkey"; readonly passkeyId: PasskeyId };

/**
 * Takes a second factor away; with the last one the recovery codes go too. Refuses `request.not_found`, and
 * `auth.second_factor_required` for the last one of somebody who needs one.
 */
export async function removeFactor(
  { database, identity }: Powers,
  actor: Actor,
  { userId, removal }: { readonly userId: UserId; readonly removal: Removal },
): Promise<void> {
  const user = await identity.findUser(userId);
  if (user === undefined) throw new AppError("auth.session_ended");
  await database.transact(actor, async (unit) => {
    const { tx, happened } = unit;
    await lockFactors(tx, userId);
    const { secondFactorRoles } = await readPolicy(tx);
    const required = isRequired(user.roles, secondFactorRoles);
    const before = await readFactors(tx, userId);
    if (!(await take(unit, userId, removal))) {
      if (removal.factor === "passkey") throw new AppError("request.not_found");
      return;
    }
    if (!mayRemoveOne(before, { isRequired: required }))
      throw new AppError("auth.second_factor_required");
    const { hasTotp, passkeyCount } = await readFactors(tx, userId);
    if (!hasTotp && passkeyCount === 0)
      await replaceRecoveryCodes(tx, userId, []);
    const factor: SecondFactor = removal.factor;
    happened({ type: "second_factor.removed", userId, factor });
  });
}

async function take(
  { tx }: UnitOfWork<SignInTables>,
  userId: UserId,
  removal: Removal,
): Promise<boolean> {
  if (removal.factor === "passkey")
    return (await deletePasskeys(tx, userId, removal.passkeyId)) > 0;
  const { hasTotp } = await readFactors(tx, userId);
  await deleteTotp(tx, userId);
  return hasTotp;
}

/** Takes all factors from somebody who lost them, and ends all their sessions. Refuses `request.not_found`. */
export async function resetFactors(
  { database, identity }: Powers,
  actor: Actor,
  userId: UserId,
): Promise<void> {
  if ((await identity.findUser(userId)) === undefined)
    throw new AppError("request.not_found");
  await database.transact(actor, async (unit) => {
    const { tx, happened } = unit;
    await lockFactors(tx, userId);
    await deleteTotp(tx, userId);
    await deletePasskeys(tx, userId);
    await replaceRecoveryCodes(tx, userId, []);
    await dropFlowsOf(tx, userId);
    happened({ type: "second_factor.reset", userId });
    await identity.endAllSessions(unit, userId);
  });
}

/** The same for an account that is nobody's any more, in the caller's transaction; answers with how many there were. */
export async function eraseFactors(
  { tx }: LentUnit,
  { userId }: { readonly userId: UserId },
): Promise<number> {
  const of = [userId];
  const keys = await rowsOf(
    tx,
    `DELETE FROM passkeys WHERE user_id = $1 RETURNING id`,
    of,
  );
  const applications = await rowsOf(
    tx,
    `DELETE FROM totp_factors WHERE user_id = $1 RETURNING user_id`,
    of,
  );
  await rowsOf(tx, `DELETE FROM recovery_codes WHERE user_id = $1`, of);
  await rowsOf(
    tx,
    `DELETE FROM sign_in_flows WHERE flow ->> 'userId' = $1`,
    of,
  );
  const links = await rowsOf(
    tx,
    `DELETE FROM company_identities WHERE user_id = $1 RETURNING subject`,
    of,
  );
  return keys.length + applications.length + links.length;
}
