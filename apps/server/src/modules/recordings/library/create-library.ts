import type { UserId } from "@veche/contracts";
import { createAlarm } from "../../../platform/alarm.ts";
import type {
  ByteRoute,
  OpenByteRoute,
} from "../../../platform/http/byte-route.ts";
import type { Route } from "../../../platform/http/route.ts";
import { filmRoutes } from "./http/film-routes.ts";
import { keepingRoutes } from "./http/keeping-routes.ts";
import { libraryRoutes } from "./http/library-routes.ts";
import { linkRoutes } from "./http/link-routes.ts";
import { sharedRoutes } from "./http/shared-routes.ts";
import { createLibraryFolder } from "./library-folder.ts";
import type { LibraryPowers } from "./library-powers.ts";
import { leavePersonOut, tellRecordings } from "./store/data-rights.ts";
import { clearAway } from "./use-cases/delete-recording.ts";
import { makeFilms } from "./use-cases/make-films.ts";
import { prepareRecordings } from "./use-cases/prepare-recordings.ts";

/** What becomes of recordings: watched, made into films, kept, deleted. */
export interface Library extends AsyncDisposable {
  readonly routes: readonly Route[];
  readonly byteRoutes: readonly (ByteRoute | OpenByteRoute)[];
  /** Takes a person out of recordings; in the caller's transaction. Out of how many places. */
  readonly leavePersonOut: typeof leavePersonOut;
  /** Which calls of a person were recorded, for them. */
  tellRecordings(userId: UserId): AsyncIterable<unknown>;
  start(): void;
  /** Settles when everything that is due is done; for tests. */
  quiet(): Promise<void>;
}

/** What a dead server left, and what other servers wrote, is taken up by then. */
const lookEveryMs = 30_000;

export function createLibrary(powers: LibraryPowers): Library {
  const { bus, filmMaker, database } = powers;
  const stopping = new AbortController();
  const deps = { ...powers, folder: createLibraryFolder(powers.dataDir) };
  // Apart: a film takes minutes, and what has just ended must be playable at once.
  const filming = createAlarm({
    ...{ ...powers, atLeastEveryMs: lookEveryMs },
    round: async () => {
      if (filmMaker !== undefined)
        await makeFilms({ ...deps, filmMaker, stopping: stopping.signal });
      return undefined;
    },
  });
  const preparing = createAlarm({
    ...{ ...powers, atLeastEveryMs: lookEveryMs },
    round: async () => {
      await prepareRecordings(deps);
      await clearAway(deps);
      filming.ring();
      return undefined;
    },
  });
  const feeds = new DisposableStack();
  feeds.use(bus.on("recording.ended", () => preparing.ring()));
  feeds.use(bus.on("recording.changed", () => preparing.nudge()));
  const shared = sharedRoutes(deps);
  const changed = { ...deps, onChange: () => preparing.ring() };
  return {
    routes: [
      ...libraryRoutes({ ...changed, onChange: () => filming.ring() }),
      ...keepingRoutes(changed),
      ...linkRoutes(deps),
      ...shared.routes,
    ],
    byteRoutes: [...filmRoutes(deps), ...shared.byteRoutes],
    leavePersonOut,
    tellRecordings: (userId) => tellRecordings(database.db, userId),
    start: () => preparing.ring(),
    async quiet() {
      preparing.ring();
      await preparing.quiet();
      await filming.quiet();
    },
    async [Symbol.asyncDispose]() {
      feeds.dispose();
      stopping.abort();
      await preparing[Symbol.asyncDispose]();
      await filming[Symbol.asyncDispose]();
    },
  };
}
