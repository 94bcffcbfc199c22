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
import {
  createDatabase,
  type OpenDatabase,
} from "../src/platform/db/create-database.ts";
import { createEventBus, type EventBus } from "../src/platform/event-bus.ts";
import { systemIds } from "../src/platform/ids.ts";
import type { CommandHandlers } from "../src/platform/realtime/command.ts";
import type { Timers } from "../src/platform/timers.ts";
import type { TestClock } from "./clock.ts";
import type { TestDatabase } from "./database.ts";
import {
  type OpenWindows,
  createOpenWindows,
  hubOf,
} from "./service-windows.ts";

export type ServiceTables = ChatsTables &
  CustomersTables &
  CallsTables &
  ContactCentreTables;

/** The server's modules of one life of its process. */
export interface Life {
  readonly database: OpenDatabase<ServiceTables>;
  readonly bus: EventBus;
  readonly chats: Chats;
  readonly calls: Calls;
  readonly centre: ContactCentre;
  readonly commands: CommandHandlers;
  readonly windows: OpenWindows;
  readonly timers: CuttableTimers;
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

export async function begin(
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

export async function endLife({
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

export async function killLife(
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
