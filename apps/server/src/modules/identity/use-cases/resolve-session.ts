import { serverActor } from "../../../platform/db/database.ts";
import { createGathering } from "../../../platform/gather.ts";
import type { SignedInUser } from "../../../platform/principal.ts";
import type { IdentityDeps } from "../identity-deps.ts";
import {
  findLiveSessions,
  touchSessions,
  type LiveSession,
} from "../store/sessions.ts";

type Deps = Pick<IdentityDeps, "database" | "log" | "sessionLifetimeMs">;

/** Everybody knocks in one moment when the server is back: they are looked up together. */
const crowd = { maxKeys: 200, maxReadings: 2 } as const;

/** The user whose live session a token names; its use is written down, once a minute at most. */
export function resolveSessions(
  deps: Deps,
): (token: string) => Promise<SignedInUser | undefined> {
  const { database, sessionLifetimeMs } = deps;
  const find = createGathering({
    ...crowd,
    read: (tokens: readonly string[]) =>
      findLiveSessions(database.db, tokens, sessionLifetimeMs),
  });
  return async (token) => principalOf(deps, await find(token));
}

async function principalOf(
  { database, log, sessionLifetimeMs }: Deps,
  session: LiveSession | undefined,
): Promise<SignedInUser | undefined> {
  if (session === undefined) return undefined;
  const { sessionId, userId, isStale, ...user } = session;
  if (isStale) {
    try {
      await database.transact(
        serverActor,
        ({ tx }) => touchSessions(tx, [sessionId], sessionLifetimeMs),
        { isEssential: true },
      );
    } catch (error) {
      // Nothing can be written now (disk full): who is signed in goes on reading.
      log.debug({ error }, "the use of a session could not be written down");
    }
  }
  return { kind: "user", id: userId, sessionId, ...user };
}
