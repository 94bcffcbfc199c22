import type { Actor, SessionId, User } from "@veche/contracts";
import { deviceName } from "../domain/device-name.ts";
import type { IdentityDeps } from "../identity-deps.ts";
import type { PasswordHash } from "../password-hash.ts";
import {
  deleteSessions,
  findLiveSession,
  insertSession,
} from "../store/sessions.ts";
import { chargeAttempt, forgiveAttempts } from "../store/sign-in-attempts.ts";
import { findByLogin, toUser, type UserRow } from "../store/users.ts";

export type SignInDeps = Pick<
  IdentityDeps,
  "database" | "ids" | "sessionLifetimeMs"
> & {
  readonly passwords: PasswordHash;
};

/** Whoever comes while the disk is full comes to read. */
const letsPeopleIn = { isEssential: true } as const;

export interface SignIn {
  readonly login: string;
  readonly password: string;
  readonly address: string;
  readonly userAgent: string | undefined;
  /** The session this browser held: it is replaced, never continued. */
  readonly oldToken: string | undefined;
}

export type SignInResult =
  | { readonly ok: true; readonly user: User; readonly token: string }
  | { readonly ok: false; readonly reason: "wrong_credentials" }
  | {
      readonly ok: false;
      readonly reason: "locked";
      readonly retryAfterMs: number;
    };

/**
 * Begins a session. An unknown login, a wrong password and a disabled user are answered alike, after the same work.
 */
export async function signIn(
  deps: SignInDeps,
  attempt: SignIn,
): Promise<SignInResult> {
  const { database, passwords } = deps;
  const { login, password, address } = attempt;
  const nobody: Actor = { id: null, name: null, address };
  const charge = await database.transact(
    nobody,
    ({ tx }) => chargeAttempt(tx, login),
    letsPeopleIn,
  );
  const user = await findByLogin(database.db, login);
  const refuse = (reason: "wrong_credentials" | "locked" | "disabled") =>
    database.transact(
      nobody,
      async ({ happened }) => {
        happened({
          type: "sign_in.failed",
          login,
          userId: user?.id ?? null,
          reason,
        });
      },
      letsPeopleIn,
    );
  if (charge.kind === "locked") {
    await refuse("locked");
    const { retryAfterMs } = charge;
    return { ok: false, reason: "locked", retryAfterMs };
  }
  const isRight = await passwords.fits(password, user?.passwordHash);
  if (!isRight || user?.disabledAt !== null) {
    await refuse(isRight ? "disabled" : "wrong_credentials");
    return { ok: false, reason: "wrong_credentials" };
  }
  const token = await beginSession(deps, user, attempt);
  return { ok: true, user: toUser(user), token };
}

async function beginSession(
  { database, ids, sessionLifetimeMs }: SignInDeps,
  { id: userId, name, login }: UserRow,
  { address, userAgent, oldToken }: SignIn,
): Promise<string> {
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
        const { sessionId: oldId, userId: oldUserId } = old;
        await deleteSessions(tx, oldUserId, { only: oldId });
        happened({
          type: "session.ended",
          userId: oldUserId,
          sessionId: oldId,
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
      happened({ type: "session.started", userId, sessionId });
    },
    letsPeopleIn,
  );
  return token;
}
