import type { Route } from "../../platform/http/route.ts";
import type { CommandHandlers } from "../../platform/realtime/command.ts";
import type { SnapshotSource } from "../../platform/realtime/hub.ts";
import { followPlans } from "./follow-plans.ts";
import { recordingRoutes } from "./http/recording-routes.ts";
import { react } from "./reactions.ts";
import { recordingCommands } from "./realtime/commands.ts";
import type { RecordingPowers } from "./recording-powers.ts";
import { recordingView } from "./recording-view.ts";
import { createRecordingsBook } from "./recordings-book.ts";
import { eraseName } from "./store/erase-name.ts";
import { standingRecordings } from "./store/recordings.ts";

export type { RecordingsTables } from "./store/tables.ts";

export { findFilmMaker } from "./compose/film/film-maker.ts";
export { createLibrary, type Library } from "./library/create-library.ts";

/** Recordings of calls: the right to them, everybody's consent, and the tracks that are written. */
export interface Recordings extends AsyncDisposable {
  readonly routes: readonly Route[];
  readonly commands: CommandHandlers;
  /** Who records the call one is in, and what was answered. */
  readonly snapshot: SnapshotSource;
  /** To be called before the first socket is let in: takes up what the process before left unfinished. */
  start(): Promise<void>;
  /** Puts another name where a person stands in recordings. How many places. */
  readonly eraseName: typeof eraseName;
  /** Settles when everything that is due has been done; for tests. */
  quiet(): Promise<void>;
}

export function createRecordings(powers: RecordingPowers): Recordings {
  const book = createRecordingsBook();
  const reactions = react(powers, book);
  const plans = followPlans(powers);
  return {
    routes: recordingRoutes(powers),
    commands: recordingCommands(powers),
    snapshot: (principal) =>
      Promise.resolve(
        book.of(principal.id).map((recording) => ({
          type: "recording.changed",
          recording: recordingView(recording),
        })),
      ),
    eraseName,
    async start() {
      const standing = await standingRecordings(powers.database.db);
      for (const recording of standing) book.put(recording);
      await reactions.takeUp();
    },
    async quiet() {
      await plans.quiet();
      await reactions.quiet();
    },
    async [Symbol.asyncDispose]() {
      await plans[Symbol.asyncDispose]();
      await reactions[Symbol.asyncDispose]();
    },
  };
}
