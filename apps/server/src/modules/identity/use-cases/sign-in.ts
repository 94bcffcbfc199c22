import type { Actor, SignInAnswer, User, UserId } from "@veche/contracts";
import type { IdentityDeps } from "../identity-deps.ts";
import type { PasswordHash } from "../../../platform/password-hash.ts";
import { chargeAttempt } from "../store/sign-in-attempts.ts";
import { findByLogin, toUser, type UserRow } from "../store/users.ts";
import { beginSession, letsPeopleIn } from "./begin-session.ts";

export type SignInDeps = Pick<
  IdentityDeps,
  "areNetworksApplied" | "database" | "ids" | "sessionLifetimeMs" | "secondStep"
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
  | {
      readonly ok: false;
      readonly reason: "wrong_credentials" | "company_only";
    }
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
  const { database } = deps;
  const { login, password, address } = attempt;
  const nobody: Actor = { id: null, name: null, address };
  const charge = await database.transact(
    nobody,
    ({ tx }) => chargeAttempt(tx, login),
    letsPeopleIn,
  );
  const known = await findByLogin(database.db, login);
  const refuse = tellRefusal(deps, { attempt, userId: known?.id ?? null });
  if (charge.kind === "locked") {
    await refuse("locked");
    const { retryAfterMs } = charge;
    return { ok: false, reason: "locked", retryAfterMs };
  }
  const own = await ownUser(deps, password, known);
  const user = own.user ?? (await deps.secondStep?.byDirectory(attempt));
  if (user === undefined) {
    const { reason = "wrong_credentials" } = own;
    await refuse(reason);
    return {
      ok: false,
      reason: reason === "company_only" ? reason : "wrong_credentials",
    };
  }
  const more = await deps.secondStep?.after(user);
  // What was counted is forgiven when the session begins: a known password buys no guesses at the second step.
  if (more !== undefined) return { ok: true, answer: more, token: undefined };
  const means = own.user === undefined ? "company" : "password";
  const begun = await beginSession(deps, {
    ...attempt,
    userId: user.id,
    means,
  });
  if (begun === undefined) return { ok: false, reason: "wrong_credentials" };
  const answer = { kind: "signed_in", user: begun.user } as const;
  return { ok: true, answer, token: begun.token };
}

type Own =
  | { readonly user: User; readonly reason: undefined }
  | {
      readonly user: undefined;
      readonly reason: "wrong_credentials" | "disabled" | "company_only";
    };

/** Whom our own password lets in. Only who knows it learns that it does not serve, and the try stays counted. */
async function ownUser(
  { passwords, secondStep }: SignInDeps,
  password: string,
  known: UserRow | undefined,
): Promise<Own> {
  const not = (reason: Exclude<Own["reason"], undefined>): Own => ({
    user: undefined,
    reason,
  });
  const isRight = await passwords.fits(password, known?.passwordHash);
  if (!isRight) return not("wrong_credentials");
  if (known?.disabledAt !== null) return not("disabled");
  const user = toUser(known);
  return (await secondStep?.takesPassword(user)) === false
    ? not("company_only")
    : { user, reason: undefined };
}

interface Refused {
  readonly attempt: SignIn;
  readonly userId: UserId | null;
}

const tellRefusal =
  (
    { database }: SignInDeps,
    { attempt: { login, address }, userId }: Refused,
  ) =>
  (
    reason: "wrong_credentials" | "locked" | "disabled" | "company_only",
  ): Promise<void> =>
    database.transact(
      { id: null, name: null, address },
      async ({ happened }) =>
        happened({ type: "sign_in.failed", login, userId, reason }),
      letsPeopleIn,
    );
