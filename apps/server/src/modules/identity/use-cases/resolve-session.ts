import type { SessionId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { serverActor } from "../../../platform/db/database.ts";
import { createGathering } from "../../../platform/gather.ts";
import type { SignedInUser } from "../../../platform/principal.ts";
import { isWithin } from "../../../platform/networks.ts";
import type { IdentityDeps } from "../identity-deps.ts";
import { findLiveSessions, touchSessions } from "../store/sessions.ts";

type Deps = Pick<
  IdentityDeps,
  "areNetworksApplied" | "database" | "log" | "sessionLifetimeMs"
>;

/**
 * The user whose live session a token names; its use is written down, once a minute at most. Everybody knocks in one moment when
 * the server is back: they are looked up, and written down, together. Refuses `auth.network_refused` to who comes from
 * outside the networks of the staff.
 */
export function resolveSessions(
  deps: Deps,
): (token: string, address: string) => Promise<SignedInUser | undefined> {
  const { database, sessionLifetimeMs, areNetworksApplied = true } = deps;
  const find = createGathering({
    read: (tokens: readonly string[]) =>
      findLiveSessions(database.db, tokens, sessionLifetimeMs),
  });
  const touch = createGathering({
    maxReadings: 1,
    read: async (sessionIds: readonly SessionId[]) => {
      await noteUse(deps, sessionIds);
      return sessionIds;
    },
  });
  return async (token, address) => {
    const session = await find(token);
    if (session === undefined) return undefined;
    const { sessionId, userId, isStale, networks, ...user } = session;
    if (areNetworksApplied && !isWithin(networks, address))
      throw new AppError("auth.network_refused");
    if (isStale) await touch(sessionId);
    return { kind: "user", id: userId, sessionId, ...user };
  };
}

async function noteUse(
  { database, log, sessionLifetimeMs }: Deps,
  sessionIds: readonly SessionId[],
): Promise<void> {
  try {
    await database.transact(
      serverActor,
      ({ tx }) => touchSessions(tx, sessionIds, sessionLifetimeMs),
      { isEssential: true },
    );
  } catch (error) {
    // Nothing can be written now (disk full): who is signed in goes on reading.
    log.debug({ error }, "the use of a session could not be written down");
  }
}
