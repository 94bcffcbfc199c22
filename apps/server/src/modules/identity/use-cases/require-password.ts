import type { Actor, UserId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { IdentityDeps } from "../identity-deps.ts";
import type { PasswordHash } from "../../../platform/password-hash.ts";
import { chargeAttempt, forgiveAttempts } from "../store/sign-in-attempts.ts";
import { findUser, type UserRow } from "../store/users.ts";

/**
 * Is it the person themself? A wrong password counts like a failed sign-in: a page left open is no way around the
 * lock. Refuses `auth.session_ended`, `auth.locked`, `auth.wrong_credentials`.
 */
export async function requirePassword(
  {
    database,
    passwords,
  }: Pick<IdentityDeps, "database"> & { readonly passwords: PasswordHash },
  actor: Actor,
  { userId, password }: { readonly userId: UserId; readonly password: string },
): Promise<UserRow> {
  const user = await findUser(database.db, userId);
  if (user === undefined) throw new AppError("auth.session_ended");
  const charge = await database.transact(actor, ({ tx }) =>
    chargeAttempt(tx, user.login),
  );
  if (charge.kind === "locked")
    throw new AppError("auth.locked", { retryAfterMs: charge.retryAfterMs });
  if (!(await passwords.fits(password, user.passwordHash)))
    throw new AppError("auth.wrong_credentials");
  // Whoever knows it and is signed in already gains no guesses by this.
  await database.transact(actor, ({ tx }) => forgiveAttempts(tx, user.login));
  return user;
}
