import type { Actor, User, UserId } from "@veche/contracts";
import type { LentUnit } from "../../platform/db/statements.ts";
import type { Route } from "../../platform/http/route.ts";
import type { SignedInUser } from "../../platform/principal.ts";
import { may } from "./domain/rights.ts";
import { authRoutes } from "./http/auth-routes.ts";
import { userRoutes } from "./http/user-routes.ts";
import type { IdentityDeps } from "./identity-deps.ts";
import { createPasswordHash } from "./password-hash.ts";
import {
  findByLogin,
  findMany,
  findUser,
  hasNoUsers,
  toUser,
} from "./store/users.ts";
import { createUser, type UserToCreate } from "./use-cases/create-user.ts";
import { eraseUser } from "./use-cases/erase-user.ts";
import { resolveSessions } from "./use-cases/resolve-session.ts";
import { requirePassword } from "./use-cases/require-password.ts";
import { tellUser } from "./use-cases/tell-user.ts";
import { keepSessions } from "./use-cases/keep-sessions.ts";
import { updateUser, type UserUpdate } from "./use-cases/update-user.ts";

export { deviceName } from "./domain/device-name.ts";
export { may } from "./domain/rights.ts";
export type { IdentityDeps } from "./identity-deps.ts";
export type { SessionSockets } from "./session-sockets.port.ts";
export type { IdentityTables } from "./store/tables.ts";

/** Staff users, their sign-in and sessions, and who may do what. */
export interface Identity extends AsyncDisposable {
  readonly routes: readonly Route[];
  /** Begins to look after sessions: what is in use is kept, what is over ends. */
  start(): void;
  /** The user whose live session a cookie's token names; undefined when it ended or its user is disabled. */
  resolveSession(token: string): Promise<SignedInUser | undefined>;
  findUser(userId: UserId): Promise<User | undefined>;
  findByLogin(login: string): Promise<User | undefined>;
  /** In no order; unknown ids are left out. */
  many(userIds: readonly UserId[]): Promise<readonly User[]>;
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
    routes: [...authRoutes(deps), ...userRoutes(deps)],
    may,
    eraseUser: async (unit, person) =>
      eraseUser(unit, {
        ...person,
        passwordHash: await deps.passwords.make(deps.ids.secret()),
      }),
    requirePassword: (actor, who) => requirePassword(deps, actor, who),
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
