import type { Presence, PrincipalId, UserId } from "@veche/contracts";
import type { Clock } from "../../../platform/clock.ts";
import { serverActor, type Database } from "../../../platform/db/database.ts";
import type { EventBus } from "../../../platform/event-bus.ts";
import type { Log } from "../../../platform/log.ts";
import type {
  ConnectionClosedListener,
  Hub,
} from "../../../platform/realtime/hub.ts";
import { createThrottle, type Throttle } from "../../../platform/throttle.ts";
import type { Timers } from "../../../platform/timers.ts";
import { presenceOf, statusAt, type Finding } from "../domain/presence.ts";
import type { InCalls } from "../in-calls.port.ts";
import { endStatuses, noteSeen, statusesOf } from "../store/statuses.ts";
import type { DirectoryTables } from "../store/tables.ts";
import { createActivity, type ActivityReport } from "./activity.ts";
import { createTelling, type Telling } from "./telling.ts";

export interface PresenceDeps {
  readonly database: Database<DirectoryTables>;
  readonly bus: EventBus;
  readonly hub: Pick<
    Hub,
    "isConnected" | "notifyConnection" | "connectedPrincipals"
  >;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  readonly inCalls: InCalls;
}

/** Who is there, told to those who look and to nobody else. */
export interface PresenceBook extends AsyncDisposable {
  start(): Promise<void>;
  of(userIds: readonly UserId[]): Promise<readonly Presence[]>;
  /** Replaces whom this connection looks at; answers with how they are now. */
  watch(
    connectionId: string,
    userIds: readonly UserId[],
  ): Promise<readonly Presence[]>;
  report(report: ActivityReport): void;
  /** Something about how this person is seen has changed. */
  changed(userId: PrincipalId): void;
  readonly onConnectionClosed: ConnectionClosedListener;
  /** Settles when everything that has changed was told and written down; for tests. */
  quiet(): Promise<void>;
}

/** A page that is loaded again is gone for a moment: nobody is told of that. */
const GONE_AFTER_MS = 8_000;
const CHOICES_END_EVERY_MS = 15_000;
/** How much of a last look is lost when the process is killed. */
const SEEN_EVERY_MS = 300_000;

export function createPresence(deps: PresenceDeps): PresenceBook {
  const { database, hub, clock, timers } = deps;
  const lingering = new Map<PrincipalId, Disposable>();
  const inCall = createInCall(deps, (userId) => telling.changed(userId));
  const activity = createActivity((principalId) =>
    telling.changed(principalId),
  );
  const of = createLook({ database, clock }, (userId) => ({
    isHere: hub.isConnected(userId) || lingering.has(userId),
    isIdle: activity.isIdle(userId),
    isInCall: inCall.has(userId),
  }));
  const telling: Telling = createTelling({ ...deps, of });
  const seen = seenThrottle(deps);
  const ending = endingThrottle(deps, telling);
  const feeds = new DisposableStack();
  feeds.use(followLines(deps, { lingering, telling, seen }));

  return {
    of,
    async start() {
      await inCall.load();
      feeds.use(
        timers.every(CHOICES_END_EVERY_MS, () => ending.add("choices")),
      );
      feeds.use(
        timers.every(SEEN_EVERY_MS, () => {
          for (const id of hub.connectedPrincipals()) seen.add(id);
        }),
      );
    },
    watch: (connectionId, userIds) => telling.watch(connectionId, userIds),
    report: activity.report,
    changed: (userId) => telling.changed(userId),
    onConnectionClosed({ principal: { id: principalId }, connectionId }) {
      telling.drop(connectionId);
      activity.closed({ principalId, connectionId });
    },
    async quiet() {
      await Promise.all([ending.quiet(), inCall.quiet(), seen.quiet()]);
      await telling.quiet();
    },
    async [Symbol.asyncDispose]() {
      feeds.dispose();
      for (const timer of lingering.values()) timer[Symbol.dispose]();
      await seen.quiet();
      for (const part of [ending, inCall, seen, telling])
        await part[Symbol.asyncDispose]();
    },
  };
}

/** People as they are seen now: what they chose, and how the server finds them. */
const createLook =
  (
    { database, clock }: Pick<PresenceDeps, "database" | "clock">,
    find: (userId: UserId) => Finding,
  ): PresenceBook["of"] =>
  async (userIds) => {
    const statuses = await statusesOf(database.db, userIds);
    const now = clock.now();
    return userIds.map((userId) =>
      presenceOf(userId, statusAt(statuses.get(userId), now), find(userId)),
    );
  };

interface Ears {
  readonly lingering: Map<PrincipalId, Disposable>;
  readonly telling: Telling;
  readonly seen: Throttle<PrincipalId>;
}

/** First line opened, last line closed. */
function followLines(
  { bus, timers }: PresenceDeps,
  { lingering, telling, seen }: Ears,
): Disposable {
  const stay = (principalId: PrincipalId): void => {
    lingering.get(principalId)?.[Symbol.dispose]();
    lingering.delete(principalId);
  };
  const feeds = new DisposableStack();
  feeds.use(
    bus.on("principal.connected", ({ principalId }) => {
      stay(principalId);
      telling.changed(principalId);
    }),
  );
  feeds.use(
    bus.on("principal.disconnected", ({ principalId }) => {
      seen.add(principalId);
      stay(principalId);
      const gone = timers.after(GONE_AFTER_MS, () => {
        lingering.delete(principalId);
        telling.changed(principalId);
      });
      lingering.set(principalId, gone);
    }),
  );
  return feeds;
}

const seenThrottle = ({ database, clock, ...deps }: PresenceDeps) =>
  createThrottle<PrincipalId>({
    ...deps,
    everyMs: 1_000,
    onFailure: "forget",
    flush: (ids) =>
      database.transact(serverActor, ({ tx }) =>
        // Ids that are no user's have no card and are left out.
        noteSeen(tx, ids as readonly UserId[], clock.now()),
      ),
  });

/** Choices end at their moment for whoever asks; those who look are told at the next round. */
const endingThrottle = (
  { database, clock, ...deps }: PresenceDeps,
  telling: Telling,
) =>
  createThrottle<"choices">({
    ...deps,
    everyMs: 0,
    onFailure: "forget",
    flush: async () => {
      const ended = await database.transact(serverActor, ({ tx }) =>
        endStatuses(tx, clock.now()),
      );
      for (const userId of ended) telling.changed(userId);
    },
  });

/** Keeps in memory who is in a call; looks again after calls have changed. */
function createInCall(
  { inCalls, bus, ...deps }: PresenceDeps,
  changed: (userId: UserId) => void,
) {
  let present: ReadonlySet<UserId> = new Set();
  const load = async (): Promise<void> => {
    const before = present;
    present = await inCalls.usersInCalls();
    for (const userId of new Set([...before, ...present]))
      if (before.has(userId) !== present.has(userId)) changed(userId);
  };
  const looking = createThrottle<"calls">({
    ...deps,
    gatherMs: 100,
    everyMs: 250,
    onFailure: "retry",
    flush: load,
  });
  const listening = bus.on("call.changed", () => looking.add("calls"));
  return {
    has: (userId: UserId) => present.has(userId),
    load,
    quiet: () => looking.quiet(),
    async [Symbol.asyncDispose]() {
      listening[Symbol.dispose]();
      await looking[Symbol.asyncDispose]();
    },
  };
}
