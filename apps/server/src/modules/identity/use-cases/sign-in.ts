import type { Actor, SignInAnswer } from "@veche/contracts";
import type { IdentityDeps } from "../identity-deps.ts";
import type { PasswordHash } from "../../../platform/password-hash.ts";
import { chargeAttempt } from "../store/sign-in-attempts.ts";
import { findByLogin, toUser } from "../store/users.ts";
import { beginSession, letsPeopleIn } from "./begin-session.ts";

export type SignInDeps = Pick<
  IdentityDeps,
  "database" | "ids" | "sessionLifetimeMs" | "secondStep"
> & {
  readonly passwords: PasswordHash;
};

export interface SignIn {
  readonly login: string;
  readonly password: string;
  readonly address: string;
  readonly userAgent: string | undefined;
  /** The session this browser held: it is replaced, never continued. */
  readonly oldToken: string | undefined;
}

export type SignInResult =
  | {
      readonly ok: true;
      readonly answer: SignInAnswer;
      /** Of the session that began; there is none while a second step is asked for. */
      readonly token: string | undefined;
    }
  | { readonly ok: false; readonly reason: "wrong_credentials" }
  | {
      readonly ok: false;
      readonly reason: "locked";
      readonly retryAfterMs: number;
    };

/**
 * Begins a session, or asks for the second step. An unknown login, a wrong password and a disabled user are answered alike, after the same work.
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
  const more = await deps.secondStep?.after(toUser(user));
  // What was counted is forgiven when the session begins: a known password buys no guesses at the second step.
  if (more !== undefined) return { ok: true, answer: more, token: undefined };
  const means = "password";
  const begun = await beginSession(deps, {
    ...attempt,
    userId: user.id,
    means,
  });
  if (begun === undefined) return { ok: false, reason: "wrong_credentials" };
  const answer = { kind: "signed_in", user: begun.user } as const;
  return { ok: true, answer, token: begun.token };
}
