import type { SecondStep, UserId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { serverActor } from "../../../platform/db/database.ts";
import { readStepCode } from "../domain/step-code.ts";
import { stepOf } from "../domain/totp.ts";
import type { SignInPowers } from "../sign-in-powers.ts";
import { spendRecoveryCode } from "../store/recovery-codes.ts";
import { findTotp, spendStep } from "../store/totp.ts";

type Powers = Pick<SignInPowers, "database" | "clock" | "identity" | "secrets">;

/** Takes the code of a second step: each is good once. Refuses `auth.wrong_code`, `auth.locked`. */
export async function checkCode(
  powers: Powers,
  {
    userId,
    code: typed,
    address,
  }: {
    readonly userId: UserId;
    readonly code: string;
    readonly address: string;
  },
): Promise<Exclude<SecondStep, "passkey">> {
  const failed = await powers.identity.countTry({ userId, address });
  const { kind, code } = readStepCode(typed);
  const isGood =
    kind === "totp"
      ? await spendTotp(powers, userId, code)
      : await powers.database.transact(
          serverActor,
          ({ tx }) => spendRecoveryCode(tx, userId, code),
          { isEssential: true },
        );
  if (isGood) return kind;
  await failed("wrong_code");
  throw new AppError("auth.wrong_code");
}

async function spendTotp(
  { database, clock, secrets }: Powers,
  userId: UserId,
  code: string,
): Promise<boolean> {
  const totp = await findTotp(database.db, userId);
  if (totp === undefined || totp.secret === null) return false;
  const secret = secrets.open(totp.secret);
  const step = stepOf(code, { secret, nowMs: clock.now().getTime() });
  if (step === undefined) return false;
  return database.transact(
    serverActor,
    ({ tx }) => spendStep(tx, userId, step),
    { isEssential: true },
  );
}
