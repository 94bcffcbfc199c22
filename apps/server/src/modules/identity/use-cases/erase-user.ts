import type { SessionId, UserId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { rowsOf, type LentUnit } from "../../../platform/db/statements.ts";

/**
 * Takes away everything by which an account is somebody's, in the caller's transaction: login, name, password, roles
 * and sessions. The row stays, so that what refers to it still does. Refuses `request.not_found`, `auth.last_admin`.
 * The erased erased again changes nothing. Answers with how many sessions ended.
 */
export async function eraseUser(
  unit: LentUnit,
  {
    userId,
    name,
    passwordHash,
  }: {
    readonly userId: UserId;
    readonly name: string;
    /** Of a password that nobody has. */
    readonly passwordHash: string;
  },
): Promise<number> {
  const ask = <Row>(statement: string, values: readonly unknown[]) =>
    rowsOf<Row>(unit.tx, statement, values);
  // Two administrators who erase each other come one after the other, and the second finds themself to be the last.
  await ask(
    `SELECT pg_advisory_xact_lock(hashtext('identity.administrators'))`,
    [],
  );
  const [user] = await ask<{ login: string }>(
    `SELECT login FROM users WHERE id = $1 FOR UPDATE`,
    [userId],
  );
  if (user === undefined) throw new AppError("request.not_found");
  await ask(
    `UPDATE users SET login = 'erased-' || id, name = $2, password_hash = $3, roles = '["employee"]',
       disabled_at = coalesce(disabled_at, now())
     WHERE id = $1`,
    [userId, name, passwordHash],
  );
  const [left] = await ask<{ isAdministered: boolean }>(
    `SELECT EXISTS (SELECT FROM users WHERE roles ? 'admin' AND disabled_at IS NULL) AS "isAdministered"`,
    [],
  );
  if (left?.isAdministered !== true) throw new AppError("auth.last_admin");
  await ask(`DELETE FROM sign_in_attempts WHERE login = $1`, [user.login]);
  const sessions = await ask<{ id: SessionId }>(
    `DELETE FROM sessions WHERE user_id = $1 RETURNING id`,
    [userId],
  );
  const reason = "disabled";
  for (const { id: sessionId } of sessions)
    unit.happened({ type: "session.ended", userId, sessionId, reason });
  unit.happened({ type: "user.disabled", userId });
  return sessions.length;
}
