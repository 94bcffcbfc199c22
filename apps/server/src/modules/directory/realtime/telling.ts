import type { Presence, PrincipalId, UserId } from "@veche/contracts";
import type { Log } from "../../../platform/log.ts";
import type { Hub } from "../../../platform/realtime/hub.ts";
import { createThrottle } from "../../../platform/throttle.ts";
import type { Timers } from "../../../platform/timers.ts";
import { createWatchers, type Watchers } from "./watchers.ts";

export interface TellingDeps {
  readonly hub: Pick<Hub, "notifyConnection">;
  readonly timers: Timers;
  readonly log: Log;
  readonly of: (userIds: readonly UserId[]) => Promise<readonly Presence[]>;
}

/** Tells connections about the people they look at, once for what changed together, and never twice the same. */
export interface Telling extends AsyncDisposable {
  watch(
    connectionId: string,
    userIds: readonly UserId[],
  ): Promise<readonly Presence[]>;
  drop(connectionId: string): void;
  changed(principalId: PrincipalId): void;
  quiet(): Promise<void>;
}

const GATHER_MS = 100;
const EVERY_MS = 250;

export function createTelling({ hub, of, ...deps }: TellingDeps): Telling {
  const watchers = createWatchers();
  /** What everybody who looks was told last. */
  const told = new Map<UserId, string>();
  const changes = createThrottle<UserId>({
    ...deps,
    gatherMs: GATHER_MS,
    everyMs: EVERY_MS,
    onFailure: "retry",
    flush: async (userIds) => {
      const watched = userIds.filter((userId) => watchers.isWatched(userId));
      const news = (await of(watched)).filter(
        (presence) => told.get(presence.userId) !== textOf(presence),
      );
      for (const presence of news) told.set(presence.userId, textOf(presence));
      const type = "presence.changed";
      for (const [line, presences] of byConnection(watchers, news))
        hub.notifyConnection(line, { type, presences });
    },
  });
  /** A connection was answered so. Where the others were told something else, all are told once more. */
  const answered = (presence: Presence, first: ReadonlySet<UserId>): void => {
    const { userId } = presence;
    const known = told.get(userId);
    if (known === textOf(presence)) return;
    if (known === undefined && first.has(userId))
      told.set(userId, textOf(presence));
    else {
      told.delete(userId);
      changes.add(userId);
    }
  };

  return {
    async watch(connectionId, userIds) {
      const unwatched = userIds.filter((userId) => !watchers.isWatched(userId));
      for (const userId of unwatched) told.delete(userId);
      // Before the reading: what changes meanwhile is told after it.
      watchers.watch(connectionId, userIds);
      const presences = await of(userIds);
      const first = new Set(unwatched);
      for (const presence of presences) answered(presence, first);
      return presences;
    },
    drop: (connectionId) => watchers.drop(connectionId),
    changed(principalId) {
      // Customers are watched by nobody: their ids are no user's and end here.
      const userId = principalId as UserId;
      if (watchers.isWatched(userId)) changes.add(userId);
    },
    quiet: () => changes.quiet(),
    [Symbol.asyncDispose]: () => changes[Symbol.asyncDispose](),
  };
}

const textOf = (presence: Presence): string => JSON.stringify(presence);

function byConnection(
  watchers: Watchers,
  presences: readonly Presence[],
): ReadonlyMap<string, Presence[]> {
  const news = new Map<string, Presence[]>();
  for (const presence of presences) {
    for (const connectionId of watchers.of(presence.userId)) {
      const theirs = news.get(connectionId);
      if (theirs === undefined) news.set(connectionId, [presence]);
      else theirs.push(presence);
    }
  }
  return news;
}
