import { randomUUID } from "node:crypto";
import type {
  ClientId,
  CommandName,
  CommandParams,
  CommandResult,
  ConversationId,
  CustomerId,
  DeviceId,
  JoinId,
  Notice,
  NoticeOf,
  NoticeType,
  PrincipalId,
  Role,
  SessionId,
  SiteId,
  UserId,
} from "@veche/contracts";
import {
  createCalls,
  type Calls,
  type CallsTables,
} from "../src/modules/calls/index.ts";
import {
  createChats,
  type Chats,
  type ChatsTables,
} from "../src/modules/chats/index.ts";
import {
  createContactCentre,
  type ContactCentre,
  type ContactCentreTables,
} from "../src/modules/contact-centre/index.ts";
import {
  createCustomers,
  type CustomersTables,
} from "../src/modules/customers/index.ts";
import { serverActor } from "../src/platform/db/database.ts";
import {
  createDatabase,
  type OpenDatabase,
} from "../src/platform/db/create-database.ts";
import { createEventBus, type EventBus } from "../src/platform/event-bus.ts";
import { systemIds } from "../src/platform/ids.ts";
import type { Principal } from "../src/platform/principal.ts";
import type {
  CommandContext,
  CommandHandlers,
} from "../src/platform/realtime/command.ts";
import type { Hub } from "../src/platform/realtime/hub.ts";
import type { Timers } from "../src/platform/timers.ts";
import { createTestClock, type TestClock } from "./clock.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";

type ServiceTables = ChatsTables &
  CustomersTables &
  CallsTables &
  ContactCentreTables;

export const newId = <Kind extends string>(): Kind => randomUUID() as Kind;
export const newClientId = (): ClientId => newId<ClientId>();
export const newJoinId = (): JoinId => newId<JoinId>();
export const nothingOn = { microphone: false, camera: false, screen: false };
export const allOn = { microphone: true, camera: true, screen: false };

/** One browser window of somebody: a socket and what it was told. */
export interface Window {
  readonly principal: Principal;
  readonly connectionId: string;
  readonly deviceId: DeviceId;
  readonly notices: readonly Notice[];
  send<Name extends CommandName>(
    name: Name,
    params: CommandParams<Name>,
  ): Promise<CommandResult<Name>>;
  /** The newest notice of a type. */
  last<Kind extends NoticeType>(type: Kind): NoticeOf<Kind> | undefined;
  all<Kind extends NoticeType>(type: Kind): readonly NoticeOf<Kind>[];
  close(): void;
}

/** The server's modules of one life of its process. */
interface Life {
  readonly database: OpenDatabase<ServiceTables>;
  readonly bus: EventBus;
  readonly chats: Chats;
  readonly calls: Calls;
  readonly centre: ContactCentre;
  readonly commands: CommandHandlers;
  readonly windows: OpenWindows;
  readonly timers: CuttableTimers;
}

interface OpenWindow extends Window {
  readonly notices: Notice[];
}

export interface ServiceWorld extends AsyncDisposable {
  readonly test: TestDatabase<ServiceTables>;
  readonly clock: TestClock;
  readonly chats: Chats;
  readonly calls: Calls;
  readonly centre: ContactCentre;
  readonly bus: EventBus;
  operator(name: string, roles?: readonly Role[]): Principal;
  customer(name: string): Promise<Principal>;
  conversationOf(customer: Principal): ConversationId;
  addMember(conversationId: ConversationId, who: Principal): Promise<void>;
  removeMember(conversationId: ConversationId, who: Principal): Promise<void>;
  open(principal: Principal, deviceId?: DeviceId): Promise<Window>;
  /** An operator with a window who is available. */
  available(name: string): Promise<Window>;
  visitor(name: string): Promise<Window>;
  settle(): Promise<void>;
  pass(ms: number): Promise<void>;
  /** The process dies as by kill -9: its transactions are cut, its timers and sockets gone. Nothing runs afterwards. */
  kill(): Promise<void>;
  /** A new process on the same database. */
  start(): Promise<void>;
  /** A second process beside the first, with nobody on its lines; it ends with the world. */
  anotherNode(): Promise<{ route(): Promise<void> }>;
}

interface CuttableTimers extends Timers {
  cut(): void;
}

function cuttable(timers: Timers): CuttableTimers {
  let isCut = false;
  const whileAlive = (task: () => void) => () => {
    if (!isCut) task();
  };
  return {
    after: (delayMs, task) => timers.after(delayMs, whileAlive(task)),
    every: (intervalMs, task) => timers.every(intervalMs, whileAlive(task)),
    cut: () => {
      isCut = true;
    },
  };
}

export async function openService(): Promise<ServiceWorld> {
  const test = await createTestDatabase<ServiceTables>();
  const clock = createTestClock();
  const conversations = new Map<PrincipalId, ConversationId>();
  let life = await begin(test, clock);
  const others: Life[] = [];

  const open: ServiceWorld["open"] = async (
    principal,
    deviceId = newId<DeviceId>(),
  ) => {
    const window = openWindow(life, principal, deviceId);
    await greet(life, window);
    return window;
  };
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 4; round += 1) {
      await life.calls.quiet();
      await life.centre.quiet();
      await new Promise(setImmediate);
    }
  };
  const customer: ServiceWorld["customer"] = async (name) => {
    const { principal, conversationId } = await addCustomer(life, clock, name);
    conversations.set(principal.id, conversationId);
    return principal;
  };

  const world: ServiceWorld = {
    test,
    clock,
    get chats() {
      return life.chats;
    },
    get calls() {
      return life.calls;
    },
    get centre() {
      return life.centre;
    },
    get bus() {
      return life.bus;
    },
    operator: (name, roles = ["employee", "operator"]) => ({
      kind: "user",
      id: systemIds.next<UserId>(),
      name,
      roles,
      language: "en",
      sessionId: systemIds.next<SessionId>(),
      device: "desktop_browser",
    }),
    customer,
    conversationOf(principal) {
      const id = conversations.get(principal.id);
      if (id === undefined)
        throw new Error(`${principal.name} is no customer of this world`);
      return id;
    },
    addMember: (conversationId, { id: principalId, kind, name }) =>
      life.database.transact(serverActor, (unit) =>
        life.chats.addMember(unit, {
          conversationId,
          member: { principalId, kind, name, role: "member" },
          actorId: null,
        }),
      ),
    removeMember: (conversationId, { id: principalId }) =>
      life.database.transact(serverActor, (unit) =>
        life.chats.removeMember(unit, {
          conversationId,
          principalId,
          actorId: null,
        }),
      ),
    open,
    async available(name) {
      const window = await open(world.operator(name));
      await window.send("operator.set_state", {
        state: "available",
        breakReason: null,
      });
      await settle();
      return window;
    },
    visitor: async (name) => open(await customer(name)),
    settle,
    async pass(ms) {
      await settle();
      for (let leftMs = ms; leftMs > 0; leftMs -= 5_000) {
        clock.advance(Math.min(leftMs, 5_000));
        await settle();
      }
    },
    async kill() {
      await killLife(life, test);
    },
    async start() {
      life = await begin(test, clock);
    },
    async anotherNode() {
      const other = await begin(test, clock);
      others.push(other);
      return {
        route: async () => {
          other.bus.dispatch([
            { type: "operator.changed", operatorId: newId<UserId>() },
          ]);
          await other.centre.quiet();
        },
      };
    },
    async [Symbol.asyncDispose]() {
      for (const one of [life, ...others]) await endLife(one);
      await test[Symbol.asyncDispose]();
    },
  };
  return world;
}

async function begin(
  test: TestDatabase<ServiceTables>,
  clock: TestClock,
): Promise<Life> {
  const { log, connection } = test;
  const bus = createEventBus({ log });
  const database = createDatabase<ServiceTables>({
    connection,
    bus,
    log,
    limits: { maxConnections: 8 },
  });
  const windows = createOpenWindows();
  const hub = hubOf(windows);
  const timers = cuttable(clock);
  const shared = { bus, clock, timers, ids: systemIds, log, hub };
  const upward: { centre?: ContactCentre } = {};
  const chats = createChats({
    pictures: { show: async () => undefined },
    ...shared,
    database: database.narrow(),
    users: { many: async () => [] },
    readers: { mayRead: async () => false },
    tags: { of: async () => new Map() },
  });
  const customers = createCustomers({
    ...shared,
    database: database.narrow(),
    chats,
    sites: {
      findByKey: async () => undefined,
      find: async () => undefined,
    } as never,
    service: { openRequestOf: async () => null, isStaffed: async () => true },
    presence: { isOnline: (id) => hub.isConnected(id) },
  });
  const calls = createCalls({
    ...shared,
    database: database.narrow(),
    chats,
    media: {
      iceConfiguration: () => ({
        iceServers: [],
        expiresAt: "2026-03-02T10:00:00.000Z",
      }),
    },
    sessions: { sessionIn: async (id) => upward.centre?.sessionIn(id) ?? null },
  });
  const centre = createContactCentre({
    ...shared,
    database: database.narrow(),
    chats,
    customers,
    calls,
  });
  upward.centre = centre;
  await calls.start();
  await centre.start();
  return {
    database,
    bus,
    chats,
    calls,
    centre,
    commands: { ...calls.commands, ...centre.commands },
    windows,
    timers,
  };
}

async function endLife({
  centre,
  calls,
  chats,
  database,
}: Life): Promise<void> {
  await centre[Symbol.asyncDispose]();
  await calls[Symbol.asyncDispose]();
  await chats[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
}

async function killLife(
  life: Life,
  test: TestDatabase<ServiceTables>,
): Promise<void> {
  life.timers.cut();
  life.windows.clear();
  const { sql } = await import("kysely");
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(
    test.database.db,
  );
  // The old process's objects end too, so that nothing of it ever runs again.
  await endLife(life);
}

function hubOf(windows: OpenWindows): Hub {
  return {
    notify(principalIds, notice) {
      for (const id of new Set(principalIds))
        for (const window of windows.of(id)) window.notices.push(notice);
    },
    notifyConnection: (connectionId, notice) =>
      void windows.by(connectionId)?.notices.push(notice),
    isConnected: (id) => windows.of(id).length > 0,
    isOpen: (connectionId) => windows.by(connectionId) !== undefined,
    connectedPrincipals: () => windows.principals(),
    endSession: () => {},
    endPrincipal: () => {},
  };
}

interface OpenWindows {
  add(window: OpenWindow): void;
  delete(window: OpenWindow): void;
  clear(): void;
  of(id: PrincipalId): readonly OpenWindow[];
  by(connectionId: string): OpenWindow | undefined;
  principals(): Iterable<PrincipalId>;
}

function createOpenWindows(): OpenWindows {
  const byConnection = new Map<string, OpenWindow>();
  const byPrincipal = new Map<PrincipalId, readonly OpenWindow[]>();
  const of = (id: PrincipalId) => byPrincipal.get(id) ?? [];
  return {
    of,
    add(window) {
      byConnection.set(window.connectionId, window);
      byPrincipal.set(window.principal.id, [
        ...of(window.principal.id),
        window,
      ]);
    },
    delete(window) {
      const { id } = window.principal;
      byConnection.delete(window.connectionId);
      const rest = of(id).filter((other) => other !== window);
      if (rest.length > 0) byPrincipal.set(id, rest);
      else byPrincipal.delete(id);
    },
    clear() {
      byConnection.clear();
      byPrincipal.clear();
    },
    by: (connectionId) => byConnection.get(connectionId),
    principals: () => byPrincipal.keys(),
  };
}

function openWindow(
  life: Life,
  principal: Principal,
  deviceId: DeviceId,
): OpenWindow {
  const notices: Notice[] = [];
  const context: CommandContext = {
    principal,
    deviceId,
    connectionId: randomUUID(),
    actor: { id: principal.id, name: principal.name, address: null },
  };
  const all = <Kind extends NoticeType>(
    type: Kind,
  ): readonly NoticeOf<Kind>[] =>
    // The filter is what makes it true.
    notices.filter(
      (notice) => notice.type === type,
    ) as unknown as NoticeOf<Kind>[];
  const window: OpenWindow = {
    principal,
    deviceId,
    connectionId: context.connectionId,
    notices,
    all,
    last: (type) => all(type).at(-1),
    send: (name, params) => {
      const handler = life.commands[name];
      if (handler === undefined) throw new Error(`nobody answers ${name}`);
      return handler(context, params);
    },
    close() {
      life.windows.delete(window);
      const wasLast = life.windows.of(principal.id).length === 0;
      for (const part of [life.calls, life.centre]) {
        part.onConnectionClosed({
          principal,
          connectionId: context.connectionId,
          wasLast,
        });
      }
      if (wasLast)
        life.bus.dispatch([
          {
            type: "principal.disconnected",
            kind: principal.kind,
            principalId: principal.id,
          },
        ]);
    },
  };
  life.windows.add(window);
  return window;
}

async function greet(life: Life, window: OpenWindow): Promise<void> {
  const { principal } = window;
  life.bus.dispatch([
    { type: "principal.connected", principalId: principal.id },
  ]);
  for (const snapshot of [life.calls.snapshot, life.centre.snapshot]) {
    window.notices.push(...(await snapshot(principal)));
  }
}

async function addCustomer(life: Life, clock: TestClock, name: string) {
  const id = systemIds.next<CustomerId>();
  const siteId = systemIds.next<SiteId>();
  const now = clock.now();
  const conversationId = await life.database.transact(
    serverActor,
    async (unit) => {
      const opened = await life.chats.createSupportConversation(unit, {
        id,
        name,
      });
      await unit.tx
        .insertInto("customers")
        .values({
          id,
          siteId,
          externalId: null,
          name,
          email: null,
          phone: null,
          attributes: "{}",
          language: "en",
          pageUrl: null,
          pageTitle: null,
          conversationId: opened,
          firstSeenAt: now,
          lastSeenAt: now,
        })
        .execute();
      return opened;
    },
  );
  const principal: Principal = {
    kind: "customer",
    id,
    name,
    language: "en",
    siteId,
  };
  return { principal, conversationId };
}
