import type { Actor, TotpEnrolment, UserId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { readStepCode } from "../domain/step-code.ts";
import { stepOf, totpAddress, totpSecret } from "../domain/totp.ts";
import type { SignInPowers } from "../sign-in-powers.ts";
import { lockFactors } from "../store/policy.ts";
import { findPendingTotp, setPendingTotp, settleTotp } from "../store/totp.ts";
import { giveFirstCodes } from "./recovery-codes.ts";

type Powers = Pick<
  SignInPowers,
  "database" | "clock" | "ids" | "identity" | "productName" | "secrets"
>;

/** Begins to set up an application for codes. Refuses `auth.step_expired` for somebody who is not there any more. */
export async function beginTotp(
  { database, ids, identity, productName, secrets }: Powers,
  actor: Actor,
  userId: UserId,
): Promise<TotpEnrolment> {
  const user = await identity.findUser(userId);
  if (user === undefined) throw new AppError("auth.step_expired");
  const secret = totpSecret(Buffer.from(ids.secret(), "base64url"));
  await database.transact(actor, ({ tx }) =>
    setPendingTotp(tx, userId, secrets.seal(secret)),
  );
  const issuer = await productName();
  return {
    secret,
    address: totpAddress({ secret, issuer, login: user.login }),
  };
}

/**
 * The application has shown a code: from now on its codes are asked for. Answers with recovery codes when it is the
 * first factor. Refuses `auth.step_expired`, `auth.wrong_code`.
 */
export async function confirmTotp(
  { database, clock, ids, secrets }: Powers,
  actor: Actor,
  { userId, code: typed }: { readonly userId: UserId; readonly code: string },
): Promise<readonly string[] | undefined> {
  const pendingSecret = await findPendingTotp(database.db, userId);
  if (pendingSecret === undefined) throw new AppError("auth.step_expired");
  const secret = secrets.open(pendingSecret);
  const { code } = readStepCode(typed);
  const step = stepOf(code, { secret, nowMs: clock.now().getTime() });
  if (step === undefined) throw new AppError("auth.wrong_code");
  return database.transact(actor, async (unit) => {
    await lockFactors(unit.tx, userId);
    const codes = await giveFirstCodes({ unit, ids }, userId);
    if (!(await settleTotp(unit.tx, userId, { pendingSecret, step })))
      throw new AppError("auth.step_expired");
    unit.happened({ type: "second_factor.added", userId, factor: "totp" });
    return codes;
  });
}
