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
import {
  createRatings,
  ratingsBySession,
  type Ratings,
  type RatingsTables,
} from "../src/modules/ratings/index.ts";
import { createEventBus, type EventBus } from "../src/platform/event-bus.ts";
import { systemIds } from "../src/platform/ids.ts";
import type { CommandHandlers } from "../src/platform/realtime/command.ts";
import type { Timers } from "../src/platform/timers.ts";
import type { TestClock } from "./clock.ts";
import { patientLimits, type TestDatabase } from "./database.ts";
import {
  type OpenWindows,
  createOpenWindows,
  hubOf,
} from "./service-windows.ts";

export type ServiceTables = ChatsTables &
  CustomersTables &
  CallsTables &
  RecordingsTables &
  ContactCentreTables &
  RatingsTables;

/** The server's modules of one life of its process. */
export interface Life {
  readonly database: OpenDatabase<ServiceTables>;
  readonly bus: EventBus;
  readonly chats: Chats;
  readonly calls: Calls;
  readonly recordings: Recordings;
  readonly centre: ContactCentre;
  readonly ratings: Ratings;
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
  /** How long operators have after each customer. */
  readonly wrapUpMs: number;
  /** What supervisors were written. */
  readonly letters: { readonly subject: string; readonly text: string }[];
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
  { mediaServer: rooms, plans, recorded, wrapUpMs, letters }: Surroundings,
): Promise<Life> {
  const { log, connection } = test;
  const bus = createEventBus({ log });
  const database = createDatabase<ServiceTables>({
    connection,
    bus,
    log,
    limits: patientLimits,
  });
  const windows = createOpenWindows();
  const hub = hubOf(windows);
  const timers = cuttable(clock);
  const shared = { bus, clock, timers, ids: systemIds, log, hub };
  const upward: { centre?: ContactCentre; ratings?: Ratings } = {};
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
    service: {
      openRequestOf: async () => null,
      serviceAt: async () => ({ isStaffed: true, opensAt: null }),
    },
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
    // Three hours ahead of Greenwich the whole year.
    settings: { wrapUpMs, timeZone: "Europe/Moscow" },
    database: database.narrow(),
    chats,
    customers,
    calls,
    ratings: {
      of: async (ids) => (await upward.ratings?.of(ids)) ?? new Map(),
      peopleSince: async (since) =>
        (await upward.ratings?.peopleSince(since)) ?? { count: 0, mean: null },
      bySession: ratingsBySession,
    },
  });
  upward.centre = centre;
  const ratings = createRatings({
    ...shared,
    database: database.narrow(),
    chats,
    sessions: centre,
    supervisors: {
      all: async () =>
        [...windows.principals()]
          // Only users are found among them.
          .flatMap((id) => usersAt(windows, id as UserId))
          .filter(({ roles }) => roles.includes("supervisor"))
          .map(({ id }) => id),
      tell: async (_, write) => {
        letters.push(write("en"));
      },
    },
    linkKey: "rating-links",
    publicUrl: "https://veche.test",
  });
  upward.ratings = ratings;
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
    ratings,
    commands: {
      ...calls.commands,
      ...recordings.commands,
      ...centre.commands,
      ...ratings.commands,
    },
    windows,
    timers,
  };
}

export async function endLife({
  ratings,
  centre,
  recordings,
  calls,
  chats,
  database,
}: Life): Promise<void> {
  await recordings[Symbol.asyncDispose]();
  await ratings[Symbol.asyncDispose]();
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
