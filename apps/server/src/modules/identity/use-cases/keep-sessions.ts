import { serverActor } from "../../../platform/db/database.ts";
import type { IdentityDeps } from "../identity-deps.ts";
import { deleteExpiredSessions, touchSessions } from "../store/sessions.ts";
import { dropOldAttempts } from "../store/sign-in-attempts.ts";

/**
 * Counts an open socket as use of its session, ends the sessions whose time is over, and closes the sockets of
 * sessions that ended unheard (between a handshake's look at the session and its socket).
 */
export async function keepSessions({
  database,
  sockets,
  sessionLifetimeMs: lifetimeMs,
}: Pick<
  IdentityDeps,
  "database" | "sockets" | "sessionLifetimeMs"
>): Promise<void> {
  const connected = [...sockets.connectedSessions()];
  if (connected.length > 0) {
    const living = new Set(
      await database.transact(
        serverActor,
        ({ tx }) => touchSessions(tx, connected, lifetimeMs),
        { isEssential: true },
      ),
    );
    for (const sessionId of connected)
      if (!living.has(sessionId)) sockets.endSession(sessionId);
  }
  await database.transact(serverActor, async ({ tx, happened }) => {
    await dropOldAttempts(tx);
    for (const { id, userId } of await deleteExpiredSessions(tx, lifetimeMs))
      happened({
        type: "session.ended",
        userId,
        sessionId: id,
        reason: "expired",
      });
  });
}
