import type { UserId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { IdentityDeps } from "../identity-deps.ts";
import { chargeAttempt } from "../store/sign-in-attempts.ts";
import { findUser } from "../store/users.ts";
import { letsPeopleIn } from "./begin-session.ts";

export interface Try {
  readonly userId: UserId;
  readonly address: string;
}

type TryFailure = "wrong_code" | "passkey_refused" | "company_only";

/**
 * Counts a try at somebody's second step before it is made, in one count with their passwords. The answer tells what
 * became of it. Refuses `auth.wrong_credentials` for who is not there, `auth.locked`.
 */
export async function countTry(
  { database }: Pick<IdentityDeps, "database">,
  { userId, address }: Try,
): Promise<(reason: TryFailure) => Promise<void>> {
  const user = await findUser(database.db, userId);
  if (user === undefined) throw new AppError("auth.wrong_credentials");
  const { login } = user;
  const nobody = { id: null, name: null, address };
  const charge = await database.transact(
    nobody,
    ({ tx }) => chargeAttempt(tx, login),
    letsPeopleIn,
  );
  const tell = (reason: TryFailure | "locked") =>
    database.transact(
      nobody,
      async ({ happened }) =>
        happened({ type: "sign_in.failed", login, userId, reason }),
      letsPeopleIn,
    );
  if (charge.kind === "charged") return tell;
  await tell("locked");
  throw new AppError("auth.locked", { retryAfterMs: charge.retryAfterMs });
}
