import { serverActor } from "../../../platform/db/database.ts";
import type { SignedInUser } from "../../../platform/principal.ts";
import type { IdentityDeps } from "../identity-deps.ts";
import { findLiveSession, touchSessions } from "../store/sessions.ts";

type Deps = Pick<IdentityDeps, "database" | "log" | "sessionLifetimeMs">;

/** The user whose live session a token names; its use is written down, once a minute at most. */
export async function resolveSession(
  { database, log, sessionLifetimeMs }: Deps,
  token: string,
): Promise<SignedInUser | undefined> {
  const session = await findLiveSession(database.db, token, sessionLifetimeMs);
  if (session === undefined) return undefined;
  const { sessionId, userId, isStale, ...user } = session;
  if (isStale) {
    try {
      await database.transact(serverActor, ({ tx }) =>
        touchSessions(tx, [sessionId], sessionLifetimeMs),
      );
    } catch (error) {
      // Nothing can be written now (disk full): who is signed in goes on reading.
      log.debug({ error }, "the use of a session could not be written down");
    }
  }
  return { kind: "user", id: userId, sessionId, ...user };
}
