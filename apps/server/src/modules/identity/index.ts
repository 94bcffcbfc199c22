import type {
  Actor,
  Endpoint,
  SignInMeans,
  Role,
  User,
  UserId,
} from "@veche/contracts";
import { AppError } from "../../platform/app-error.ts";
import type { LentUnit } from "../../platform/db/statements.ts";
import type { Route, RouteContext } from "../../platform/http/route.ts";
import type { SignedInUser } from "../../platform/principal.ts";
import { may } from "./domain/rights.ts";
import { SESSION_LONGEST_S } from "./domain/session-lifetime.ts";
import { authRoutes } from "./http/auth-routes.ts";
import { networkRoutes } from "./http/network-routes.ts";
import { userRoutes } from "./http/user-routes.ts";
import type { IdentityDeps } from "./identity-deps.ts";
import { createPasswordHash } from "../../platform/password-hash.ts";
import {
  findByLogin,
  findMany,
  findUser,
  listUsers,
  hasNoUsers,
  toUser,
} from "./store/users.ts";
import { createUser, type UserToCreate } from "./use-cases/create-user.ts";
import { beginSession } from "./use-cases/begin-session.ts";
import { countTry } from "./use-cases/count-try.ts";
import { endAllSessions } from "./use-cases/end-all-sessions.ts";
import { eraseUser } from "./use-cases/erase-user.ts";
import { resolveSessions } from "./use-cases/resolve-session.ts";
import { requirePassword } from "./use-cases/require-password.ts";
import { tellUser } from "./use-cases/tell-user.ts";
import { keepSessions } from "./use-cases/keep-sessions.ts";
import { whoseFit } from "./use-cases/whose-fit.ts";
import { updateUser, type UserUpdate } from "./use-cases/update-user.ts";

export { deviceName } from "./domain/device-name.ts";
export { may } from "./domain/rights.ts";
export { defaultSignInLimits, type IdentityDeps } from "./identity-deps.ts";
export type { SessionSockets } from "./session-sockets.port.ts";
export type { IdentityTables } from "./store/tables.ts";

/** Staff users, their sign-in and sessions, and who may do what. */
export interface Identity extends AsyncDisposable {
  readonly routes: readonly Route[];
  /** Begins to look after sessions: what is in use is kept, what is over ends. */
  start(): void;
  /** The user whose live session a cookie's token names; undefined when it ended or its user is disabled. Refuses `auth.network_refused`. */
  resolveSession(
    token: string,
    address: string,
  ): Promise<SignedInUser | undefined>;
  findUser(userId: UserId): Promise<User | undefined>;
  findByLogin(login: string): Promise<User | undefined>;
  /** In no order; unknown ids are left out. */
  many(userIds: readonly UserId[]): Promise<readonly User[]>;
  /** Those who may do everything here and may sign in; by name. */
  administrators(): Promise<readonly User[]>;
  /** Those who look after the contact centre and may sign in; by name. */
  supervisors(): Promise<readonly User[]>;
  /** Whose password is the guessed one, of those who may sign in; for guesses of the server's own, nothing is counted. */
  whoseFit(
    guesses: readonly { readonly login: string; readonly password: string }[],
  ): Promise<readonly string[]>;
  /** Names by id; unknown ids are left out. */
  namesOf(userIds: readonly UserId[]): Promise<ReadonlyMap<UserId, string>>;
  /** Nobody was ever created here. */
  isEmpty(): Promise<boolean>;
  /** Refuses `user.login_taken`, `auth.weak_password`. */
  createUser(actor: Actor, user: UserToCreate): Promise<User>;
  /** Refuses `request.not_found`, `auth.last_admin`, `auth.weak_password`. */
  updateUser(
    actor: Actor,
    update: UserUpdate & { readonly userId: UserId },
  ): Promise<User>;
  /** Takes away everything by which an account is somebody's; see the use-case for what it refuses. */
  readonly eraseUser: (
    unit: LentUnit,
    person: { readonly userId: UserId; readonly name: string },
  ) => Promise<number>;
  /** Is it the person themself? Refuses `auth.session_ended`, `auth.locked`, `auth.wrong_credentials`. */
  requirePassword(
    actor: Actor,
    who: { readonly userId: UserId; readonly password: string },
  ): Promise<unknown>;
  /**
   * Begins a session and sets its cookie: the end of every way in. Refuses `auth.wrong_credentials` for somebody who
   * is not there or disabled.
   */
  letIn(
    http: RouteContext<Endpoint>["http"],
    who: { readonly userId: UserId; readonly means: SignInMeans },
  ): Promise<User>;
  /** Counts a try at a second step before it is made. Refuses `auth.locked`; the answer tells that it failed. */
  countTry(of: {
    readonly userId: UserId;
    readonly address: string;
  }): ReturnType<typeof countTry>;
  /** Ends all sessions of a user, in the caller's transaction. */
  readonly endAllSessions: typeof endAllSessions;
  /** What is kept of an account, for its person. */
  tellUser(userId: UserId): AsyncIterable<unknown>;
  readonly may: typeof may;
}

const KEEP_INTERVAL_MS = 60_000;

export function createIdentity(given: IdentityDeps): Identity {
  const deps = { ...given, passwords: createPasswordHash() };
  const { database, timers, log } = deps;
  let keeping: Disposable | undefined;
  let kept = Promise.resolve();

  const keep = (): void => {
    kept = keepSessions(deps).catch((error: unknown) => {
      log.warn({ error }, "sessions could not be looked after");
    });
  };
  return {
    routes: routesOf(deps),
    may,
    endAllSessions,
    countTry: (of) => countTry(deps, of),
    letIn: (http, who) => letIn(deps, http, who),
    eraseUser: async (unit, person) =>
      eraseUser(unit, {
        ...person,
        passwordHash: await deps.passwords.make(deps.ids.secret()),
      }),
    ...passwordChecks(deps),
    tellUser: (userId) => tellUser(database.db, userId),
    start() {
      keeping ??= timers.every(KEEP_INTERVAL_MS, keep);
    },
    resolveSession: resolveSessions(deps),
    async findUser(userId) {
      const row = await findUser(database.db, userId);
      return row && toUser(row);
    },
    async findByLogin(login) {
      const row = await findByLogin(database.db, login);
      return row && toUser(row);
    },
    many: async (userIds) => (await findMany(database.db, userIds)).map(toUser),
    ...holders(database.db),
    async namesOf(userIds) {
      const rows = await findMany(database.db, userIds);
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
    isEmpty: () => hasNoUsers(database.db),
    createUser: (actor, user) => createUser(deps, actor, user),
    updateUser: (actor, update) => updateUser(deps, actor, update),
    async [Symbol.asyncDispose]() {
      keeping?.[Symbol.dispose]();
      await kept;
    },
  };
}

const routesOf = (deps: Parameters<typeof userRoutes>[0]): readonly Route[] => [
  ...authRoutes(deps),
  ...userRoutes(deps),
  ...networkRoutes(deps),
];

const passwordChecks = (
  deps: Parameters<typeof requirePassword>[0],
): Pick<Identity, "requirePassword" | "whoseFit"> => ({
  requirePassword: (actor, who) => requirePassword(deps, actor, who),
  whoseFit: (guesses) => whoseFit(deps, guesses),
});

const holders = (
  db: IdentityDeps["database"]["db"],
): Pick<Identity, "administrators" | "supervisors"> => ({
  administrators: () => holdersOf(db, "admin"),
  supervisors: () => holdersOf(db, "supervisor"),
});

async function holdersOf(
  db: IdentityDeps["database"]["db"],
  role: Role,
): Promise<readonly User[]> {
  const all = (await listUsers(db)).map(toUser);
  return all.filter(
    ({ roles, disabledAt }) => disabledAt === null && roles.includes(role),
  );
}

async function letIn(
  deps: IdentityDeps,
  { request, reply }: RouteContext<Endpoint>["http"],
  who: { readonly userId: UserId; readonly means: SignInMeans },
): Promise<User> {
  const begun = await beginSession(deps, {
    ...who,
    address: request.ip,
    userAgent: request.headers["user-agent"],
    oldToken: deps.cookie.read(request.headers.cookie),
  });
  if (begun === undefined) throw new AppError("auth.wrong_credentials");
  deps.cookie.set(reply, begun.token, SESSION_LONGEST_S);
  return begun.user;
}
