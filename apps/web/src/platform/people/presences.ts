import type { Presence, UserId } from "@veche/contracts";
import {
  createStore,
  type Powers,
  type Readable,
  type RealtimeClient,
  type Store,
} from "@veche/realtime-client";

/** Who is there, as far as something on the screen shows it. */
export interface Presences {
  /** Null until it is known. The same object for the same person; the server is asked while somebody watches it. */
  readonly of: (userId: UserId) => Readable<Presence | null>;
  readonly close: () => void;
}

export interface PresencesDeps {
  readonly realtime: Pick<RealtimeClient, "send" | "on" | "state">;
  readonly powers: Pick<Powers, "after">;
}

/** The contract's MAX_WATCHED_PEOPLE, whose file would bring its schemas along; a test holds the two together. */
export const watchedAtMost = 500;
/** A scrolled list asks once for all whom it shows then. */
const gatherMs = 300;

interface Watched {
  readonly learn: (presence: Presence) => void;
  readonly readable: Readable<Presence | null>;
  readonly isWatched: () => boolean;
}

/** One person; whoever subscribes watches them. */
function watchedPerson(onWatchers: () => void): Watched {
  const store = createStore<Presence | null>(null);
  let watchers = 0;
  const subscribe: Store<Presence | null>["subscribe"] = (listener) => {
    watchers += 1;
    onWatchers();
    const leave = store.subscribe(listener);
    return () => {
      watchers -= 1;
      leave();
      onWatchers();
    };
  };
  return {
    learn: store.set,
    readable: { get: store.get, subscribe },
    isWatched: () => watchers > 0,
  };
}

/** Everybody on the screen is told to the server as one list, anew on each connection. */
export function createPresences({
  realtime,
  powers,
}: PresencesDeps): Presences {
  const people = new Map<UserId, Watched>();
  let told = "";
  let cancel: (() => void) | null = null;
  const learn = (presences: readonly Presence[]) => {
    for (const one of presences) people.get(one.userId)?.learn(one);
  };
  const tell = () => {
    cancel = null;
    const userIds = [...people]
      .filter(([, { isWatched }]) => isWatched())
      .map(([id]) => id)
      .slice(-watchedAtMost);
    const list = userIds.join(" ");
    if (list === told || realtime.state.get().kind !== "live") return;
    told = list;
    // What is cut off is told again when the line is live.
    realtime.send("presence.watch", { userIds }).then(
      ({ presences }) => learn(presences),
      () => (told = ""),
    );
  };
  const tellSoon = () => {
    cancel ??= powers.after(gatherMs, tell);
  };
  const seat = (userId: UserId): Watched => {
    const watched = watchedPerson(tellSoon);
    people.set(userId, watched);
    return watched;
  };
  const endings = [
    realtime.on("presence.changed", ({ presences }) => learn(presences)),
    realtime.state.subscribe(() => {
      if (realtime.state.get().kind === "live") tellSoon();
      else told = "";
    }),
    () => cancel?.(),
  ];
  return {
    of: (userId) => (people.get(userId) ?? seat(userId)).readable,
    close: () => {
      for (const end of endings) end();
    },
  };
}
