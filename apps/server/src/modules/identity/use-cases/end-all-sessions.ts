import type { SessionId, UserId } from "@veche/contracts";
import { rowsOf, type LentUnit } from "../../../platform/db/statements.ts";

/** Ends all sessions of a user and forgives their failed tries, in the caller's transaction. */
export async function endAllSessions(
  unit: LentUnit,
  userId: UserId,
): Promise<void> {
  const ended = await rowsOf<{ id: SessionId }>(
    unit.tx,
    `DELETE FROM sessions WHERE user_id = $1 RETURNING id`,
    [userId],
  );
  await rowsOf(
    unit.tx,
    `DELETE FROM sign_in_attempts WHERE login = (SELECT login FROM users WHERE id = $1)`,
    [userId],
  );
  const reason = "revoked";
  for (const { id: sessionId } of ended)
    unit.happened({ type: "session.ended", userId, sessionId, reason });
}
