import type { ConversationId, User, UserId } from "@veche/contracts";
import {
  createCalls,
  type ConferenceRules,
  type Calls,
  type CallsTables,
} from "../src/modules/calls/index.ts";
import type { TestRooms } from "./rooms.ts";
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
import {
  createRecordings,
  type Recordings,
  type RecordingsTables,
} from "../src/modules/recordings/index.ts";
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
  RecordingsTables &
  ContactCentreTables;

/** The server's modules of one life of its process. */
export interface Life {
  readonly database: OpenDatabase<ServiceTables>;
  readonly bus: EventBus;
  readonly chats: Chats;
  readonly calls: Calls;
  readonly recordings: Recordings;
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

/** Everybody works here, under a name made of their id. */
const userNamed = (id: UserId): User => ({
  id,
  login: id,
  name: `Person ${id.slice(0, 4)}`,
  roles: ["employee"],
  language: "en",
  disabledAt: null,
});

/** What stands in for Janus, over all lives of the server. */
export interface MediaServer {
  status: "up" | "off";
  /** Where its files are. */
  readonly dataDir: string;
  readonly server: TestRooms;
}

/** What stands around the modules, over all lives of the server. */
export interface Surroundings {
  readonly mediaServer: MediaServer;
  /** What was planned for the calls of conversations. */
  readonly plans: Map<ConversationId, ConferenceRules>;
  /** Where calls are to be recorded from their beginning. */
  readonly recorded: Set<ConversationId>;
}

/** Whoever has a window open, with their roles. */
function usersAt(windows: Life["windows"], id: UserId): readonly User[] {
  const principal = windows.of(id)[0]?.principal;
  return principal?.kind === "user"
    ? [{ ...userNamed(id), name: principal.name, roles: [...principal.roles] }]
    : [];
}

export async function begin(
  test: TestDatabase<ServiceTables>,
  clock: TestClock,
  { mediaServer: rooms, plans, recorded }: Surroundings,
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
  const media = {
    iceConfiguration: () => ({
      iceServers: [],
      expiresAt: "2026-03-02T10:00:00.000Z",
    }),
    serverStatus: () => rooms.status,
    rooms: rooms.server,
  };
  const calls = createCalls({
    ...shared,
    database: database.narrow(),
    chats,
    media,
    users: { many: async (ids) => ids.map(userNamed) },
    ringing: {
      ring: async (_, { userIds }) => ({ rung: userIds, spared: [] }),
    },
    sessions: { sessionIn: async (id) => upward.centre?.sessionIn(id) ?? null },
    conferences: { rulesIn: async (id) => plans.get(id) },
  });
  const centre = createContactCentre({
    ...shared,
    database: database.narrow(),
    chats,
    customers,
    calls,
  });
  upward.centre = centre;
  const recordings = createRecordings({
    ...shared,
    database: database.narrow(),
    calls,
    chats,
    media,
    users: {
      many: async (ids) => ids.flatMap((id) => usersAt(windows, id)),
    },
    plans: { isRecorded: async (id) => recorded.has(id) },
    dataDir: rooms.dataDir,
  });
  await calls.start();
  await recordings.start();
  await centre.start();
  return {
    database,
    bus,
    chats,
    calls,
    recordings,
    centre,
    commands: {
      ...calls.commands,
      ...recordings.commands,
      ...centre.commands,
    },
    windows,
    timers,
  };
}

export async function endLife({
  centre,
  recordings,
  calls,
  chats,
  database,
}: Life): Promise<void> {
  await recordings[Symbol.asyncDispose]();
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
