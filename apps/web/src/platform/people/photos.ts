import type { FileId, UserId } from "@veche/contracts";
import {
  createStore,
  type Powers,
  type Readable,
  type RealtimeClient,
} from "@veche/realtime-client";

interface PhotoOf {
  readonly userId: UserId;
  readonly photoId: FileId;
}

/** Whose photo is which file, as far as something on the screen shows it. */
export interface Photos {
  /** Null until it is known, and for whoever has none. The same object for the same person. */
  readonly of: (userId: UserId) => Readable<FileId | null>;
  readonly close: () => void;
}

export interface PhotosDeps {
  readonly realtime: Pick<RealtimeClient, "on" | "state">;
  readonly powers: Pick<Powers, "after">;
  /** Answers with those who have one. */
  readonly ask: (userIds: readonly UserId[]) => Promise<readonly PhotoOf[]>;
}

/** What is drawn together is asked together. */
const gatherMs = 30;
/** As many as the contract lets one question name. */
const askedAtMost = 100;

interface Face {
  readonly learn: (photoId: FileId | null) => void;
  readonly readable: Readable<FileId | null>;
  readonly isWatched: () => boolean;
}

/** One person; `onWatched` is told of everybody who begins to look. */
function createFace(onWatched: () => void): Face {
  const store = createStore<FileId | null>(null);
  let watchers = 0;
  const subscribe = (listener: () => void) => {
    watchers += 1;
    onWatched();
    const leave = store.subscribe(listener);
    return () => {
      watchers -= 1;
      leave();
    };
  };
  return {
    learn: store.set,
    readable: { get: store.get, subscribe },
    isWatched: () => watchers > 0,
  };
}

/** Everybody whose photo was looked at, and who of them was asked for on this connection. */
function createFaces(onWatched: () => void) {
  const faces = new Map<UserId, Face>();
  const asked = new Set<UserId>();
  const seat = (userId: UserId): Face => {
    const face = createFace(() => {
      if (!asked.has(userId)) onWatched();
    });
    faces.set(userId, face);
    return face;
  };
  return {
    of: (userId: UserId): Face => faces.get(userId) ?? seat(userId),
    learn: (userId: UserId, photoId: FileId | null) =>
      faces.get(userId)?.learn(photoId),
    unasked: (): readonly UserId[] =>
      [...faces]
        .filter(([id, { isWatched }]) => isWatched() && !asked.has(id))
        .map(([id]) => id),
    asked,
  };
}

/** A photo is asked for when it is first shown, and anew on each connection; between these the server tells changes. */
export function createPhotos({ realtime, powers, ask }: PhotosDeps): Photos {
  let cancel: (() => void) | null = null;
  const lookSoon = () => {
    cancel ??= powers.after(gatherMs, look);
  };
  const faces = createFaces(lookSoon);
  const { asked } = faces;
  const askFor = async (userIds: readonly UserId[]) => {
    try {
      const found = await ask(userIds);
      const photos = new Map(
        found.map(({ userId, photoId }) => [userId, photoId]),
      );
      for (const id of userIds) faces.learn(id, photos.get(id) ?? null);
    } catch {
      // Asked again when somebody begins to look, and when the line is live the next time.
      for (const id of userIds) asked.delete(id);
    }
  };
  const look = () => {
    cancel = null;
    const wanted = faces.unasked().slice(0, askedAtMost);
    if (wanted.length === 0) return;
    for (const id of wanted) asked.add(id);
    void askFor(wanted);
    lookSoon();
  };
  const endings = [
    realtime.on("photo.changed", ({ userId, photoId }) =>
      faces.learn(userId, photoId),
    ),
    realtime.state.subscribe(() => {
      if (realtime.state.get().kind !== "live") return;
      asked.clear();
      lookSoon();
    }),
    () => cancel?.(),
  ];
  return {
    of: (userId) => faces.of(userId).readable,
    close: () => {
      for (const end of endings) end();
    },
  };
}
