import type { SessionId, SignInMeans, User, UserId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { deviceName } from "../domain/device-name.ts";
import { isWithin } from "../../../platform/networks.ts";
import type { IdentityDeps } from "../identity-deps.ts";
import {
  deleteSessions,
  findLiveSession,
  insertSession,
} from "../store/sessions.ts";
import { forgiveAttempts } from "../store/sign-in-attempts.ts";
import { readNetworks } from "../store/staff-networks.ts";
import { findUser, toUser } from "../store/users.ts";

/** Whoever comes while the disk is full comes to read. */
export const letsPeopleIn = { isEssential: true } as const;

export interface SessionStart {
  readonly userId: UserId;
  readonly means: SignInMeans;
  readonly address: string;
  readonly userAgent: string | undefined;
  /** The session this browser held: it is replaced, never continued. */
  readonly oldToken: string | undefined;
}

/**
 * The one place where sessions are made, whichever way somebody came. Undefined for somebody who is not there or
 * disabled; refuses `auth.network_refused` to who comes from outside the networks of the staff.
 */
export async function beginSession(
  deps: Pick<
    IdentityDeps,
    "areNetworksApplied" | "database" | "ids" | "sessionLifetimeMs"
  >,
  { userId, means, address, userAgent, oldToken }: SessionStart,
): Promise<{ readonly user: User; readonly token: string } | undefined> {
  const { database, ids, sessionLifetimeMs, areNetworksApplied = true } = deps;
  const user = await findUser(database.db, userId);
  if (user?.disabledAt !== null) return undefined;
  const isFromHere = isWithin(await readNetworks(database.db), address);
  if (areNetworksApplied && !isFromHere)
    throw new AppError("auth.network_refused");
  const { name, login } = user;
  const token = ids.secret();
  const sessionId = ids.next<SessionId>();
  const device = deviceName(userAgent);
  await database.transact(
    { id: userId, name, address },
    async ({ tx, happened }) => {
      const old =
        oldToken === undefined
          ? undefined
          : await findLiveSession(tx, oldToken, sessionLifetimeMs);
      if (old !== undefined) {
        await deleteSessions(tx, old.userId, { only: old.sessionId });
        happened({
          type: "session.ended",
          userId: old.userId,
          sessionId: old.sessionId,
          reason: "signed_out",
        });
      }
      await forgiveAttempts(tx, login);
      await insertSession(tx, {
        id: sessionId,
        userId,
        token,
        address,
        device,
      });
      happened({ type: "session.started", userId, sessionId, means });
    },
    letsPeopleIn,
  );
  return { user: toUser(user), token };
}
