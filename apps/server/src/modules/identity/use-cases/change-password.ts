import type { Actor, SessionId, UserId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { judgePassword } from "../domain/password-rule.ts";
import type { IdentityDeps } from "../identity-deps.ts";
import type { PasswordHash } from "../../../platform/password-hash.ts";
import { forgiveAttempts } from "../store/sign-in-attempts.ts";
import { changeUser } from "../store/users.ts";
import { endSessions } from "./end-sessions.ts";
import { requirePassword } from "./require-password.ts";

export interface PasswordChange {
  readonly userId: UserId;
  readonly sessionId: SessionId;
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** Changes one's own password and ends all one's other sessions. Refuses what `requirePassword` does. */
export async function changePassword(
  {
    database,
    passwords,
  }: Pick<IdentityDeps, "database"> & {
    readonly passwords: PasswordHash;
  },
  actor: Actor,
  { userId, sessionId, currentPassword, newPassword }: PasswordChange,
): Promise<void> {
  const user = await requirePassword({ database, passwords }, actor, {
    userId,
    password: currentPassword,
  });
  requireGoodPassword(newPassword, user.login);

  const passwordHash = await passwords.make(newPassword);
  await database.transact(actor, async (unit) => {
    await changeUser(unit.tx, userId, { passwordHash });
    await forgiveAttempts(unit.tx, user.login);
    unit.happened({ type: "password.changed", userId });
    const reason = "password_changed";
    await endSessions(unit, userId, { reason, except: sessionId });
  });
}

/** Refuses `auth.weak_password` and says why. */
export function requireGoodPassword(password: string, login: string): void {
  const verdict = judgePassword(password, login);
  if (verdict.ok) return;
  throw new AppError("auth.weak_password", {
    issues: [{ path: "/password", message: verdict.reason }],
  });
}
