import type { PasswordHash } from "../../../platform/password-hash.ts";
import type { IdentityDeps } from "../identity-deps.ts";
import { findByLogin } from "../store/users.ts";

/** The logins whose password is the guessed one, of people who may sign in. */
export async function whoseFit(
  {
    database,
    passwords,
  }: Pick<IdentityDeps, "database"> & { readonly passwords: PasswordHash },
  guesses: readonly { readonly login: string; readonly password: string }[],
): Promise<readonly string[]> {
  const fitting: string[] = [];
  for (const { login, password } of guesses) {
    const user = await findByLogin(database.db, login);
    if (user?.disabledAt !== null) continue;
    if (await passwords.fits(password, user.passwordHash)) fitting.push(login);
  }
  return fitting;
}
