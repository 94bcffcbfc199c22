import { setImmediate as nextTurn } from "node:timers/promises";
import type {
  CommandName,
  CommandParams,
  CommandResult,
  DeviceId,
  Notice,
  PrincipalId,
  Role,
  SessionId,
  User,
  UserId,
} from "@veche/contracts";
import {
  createDirectory,
  type Directory,
  type DirectoryTables,
} from "../src/modules/directory/index.ts";
import {
  createIdentity,
  type Identity,
  type IdentityTables,
} from "../src/modules/identity/index.ts";
import { serverActor } from "../src/platform/db/database.ts";
import type { OutboxTables } from "../src/platform/db/outbox.ts";
import { createSessionCookie } from "../src/platform/http/session-cookie.ts";
import { systemIds } from "../src/platform/ids.ts";
import type { UserPrincipal } from "../src/platform/principal.ts";
import { createTestClock, type TestClock } from "./clock.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { createTestHttp, publicUrl } from "./http.ts";

type Tables = DirectoryTables & IdentityTables & OutboxTables;

/** A company with its directory on a database of its own; whoever asks is signed in by their login. */
export interface DirectoryWorld extends AsyncDisposable {
  readonly test: TestDatabase<Tables>;
  readonly clock: TestClock;
  readonly identity: Identity;
  readonly directory: Directory;
  readonly inCalls: Set<UserId>;
  readonly notices: { readonly to: string; readonly notice: Notice }[];
  hire(login: string, name: string, roles?: readonly Role[]): Promise<User>;
  ask(login: string, ask: Asking): Promise<Answer>;
  /** Runs a command as a socket does. */
  command<Name extends CommandName>(
    user: User,
    name: Name,
    params: CommandParams<Name>,
  ): Promise<CommandResult<Name>>;
  connect(user: User, connectionId?: string): void;
  disconnect(user: User, connectionId?: string): void;
  /** Lets everything that has changed be told. */
  told(): Promise<readonly { readonly to: string; readonly notice: Notice }[]>;
  catchUp(): Promise<void>;
}

interface Asking {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly body?: object | string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  json<Body>(): Body;
}

export async function openDirectory(): Promise<DirectoryWorld> {
  const test = await createTestDatabase<Tables>();
  const clock = createTestClock();
  const lines = createTestLines();
  const inCalls = new Set<UserId>();
  const powers = { clock, timers: clock, ids: systemIds, log: test.log };
  const identity = createIdentity({
    ...powers,
    database: test.database,
    cookie: createSessionCookie(publicUrl),
    sockets: {
      connectedSessions: () => new Set(),
      endSession: () => undefined,
    },
    sessionLifetimeMs: 3_600_000,
  });
  const directory = createDirectory({
    ...powers,
    database: test.database,
    identity,
    bus: test.bus,
    hub: lines.hub,
    photos: { show: async () => undefined },
    publicUrl,
    inCalls: { usersInCalls: async () => new Set(inCalls) },
  });
  const staff = new Map<string, User>();
  const http = await createTestHttp({
    clock,
    routes: directory.routes,
    protocols: directory.protocols,
    authenticate: {
      session: async (login) => principalOf(staff.get(login)),
      bearer: async () => undefined,
    },
  });
  const world: DirectoryWorld = {
    test,
    clock,
    identity,
    directory,
    inCalls,
    notices: lines.notices,
    async hire(login, name, roles = ["employee"]) {
      const user = await identity.createUser(serverActor, {
        login,
        name,
        password: "correct horse battery",
        roles,
        language: "en",
      });
      staff.set(login, user);
      await world.catchUp();
      return user;
    },
    async ask(login, { method = "GET", path, body, headers }) {
      const answer = await http.inject({
        method,
        url: path,
        headers: {
          origin: publicUrl,
          cookie: `veche_session=${login}`,
          ...headers,
        },
        ...(body === undefined ? {} : { payload: body }),
      });
      return {
        status: answer.statusCode,
        headers: answer.headers,
        text: answer.body,
        json: <Body>() => answer.json<Body>(),
      };
    },
    command(user, name, params) {
      const handler = directory.commands[name];
      const principal = principalOf(user);
      if (handler === undefined || principal === undefined)
        throw new Error(`nobody answers ${name}`);
      const actor = { id: user.id, name: user.name, address: null };
      const context = {
        principal,
        actor,
        deviceId: systemIds.next<DeviceId>(),
        connectionId: lineOf(user),
      };
      return handler(context, params);
    },
    connect(user, connectionId = lineOf(user)) {
      if (lines.open(user.id, connectionId))
        test.bus.dispatch([
          { type: "principal.connected", principalId: user.id },
        ]);
    },
    disconnect(user, connectionId = lineOf(user)) {
      const wasLast = lines.close(user.id, connectionId);
      const principal = principalOf(user);
      if (principal === undefined) return;
      directory.onConnectionClosed({ principal, connectionId, wasLast });
      if (wasLast)
        test.bus.dispatch([
          {
            type: "principal.disconnected",
            kind: "user",
            principalId: user.id,
          },
        ]);
    },
    async told() {
      clock.advance(300);
      await directory.quiet();
      return lines.notices.splice(0);
    },
    catchUp: () => passing(clock, directory.catchUp()),
    async [Symbol.asyncDispose]() {
      await http[Symbol.asyncDispose]();
      await directory[Symbol.asyncDispose]();
      await identity[Symbol.asyncDispose]();
      await test[Symbol.asyncDispose]();
    },
  };
  return world;
}

const lineOf = (user: User): string => `line of ${user.login}`;

/** Time goes on, a little at a time, until the work is done: it may wait for transactions of others. */
async function passing(clock: TestClock, work: Promise<void>): Promise<void> {
  const progress = { isOver: false };
  const over = work.finally(() => {
    progress.isOver = true;
  });
  while (!progress.isOver) {
    clock.advance(1);
    await nextTurn();
  }
  await over;
}

function principalOf(user: User | undefined): UserPrincipal | undefined {
  return (
    user && {
      kind: "user",
      id: user.id,
      name: user.name,
      roles: user.roles,
      language: user.language,
      sessionId: systemIds.next<SessionId>(),
      device: "desktop_browser",
    }
  );
}

function createTestLines() {
  const open = new Map<PrincipalId, Set<string>>();
  const notices: { to: string; notice: Notice }[] = [];
  return {
    notices,
    hub: {
      isConnected: (id: PrincipalId) => open.has(id),
      connectedPrincipals: () => open.keys(),
      notify: (to: Iterable<PrincipalId>, notice: Notice) => {
        for (const id of to) notices.push({ to: id, notice });
      },
      notifyConnection: (to: string, notice: Notice) =>
        void notices.push({ to, notice }),
    },
    /** True for the first one. */
    open(id: PrincipalId, connectionId: string): boolean {
      const lines = open.get(id);
      if (lines === undefined) open.set(id, new Set([connectionId]));
      else lines.add(connectionId);
      return lines === undefined;
    },
    /** True for the last one. */
    close(id: PrincipalId, connectionId: string): boolean {
      const lines = open.get(id);
      lines?.delete(connectionId);
      if (lines?.size === 0) open.delete(id);
      return lines?.size === 0;
    },
  };
}
