import type { Calls } from "../modules/calls/index.ts";
import type { Chats } from "../modules/chats/index.ts";
import type { Conferences } from "../modules/conferences/index.ts";
import type { Identity } from "../modules/identity/index.ts";
import {
  createLibrary,
  createRecordings,
  findFilmMaker,
  type Library,
  type Recordings,
} from "../modules/recordings/index.ts";
import type { Hub } from "../platform/realtime/hub.ts";
import type { AppDeps } from "./app-deps.ts";

interface Below {
  readonly calls: Calls;
  readonly chats: Chats;
  readonly identity: Identity;
}

/** What is written of calls, with the consent of those in them. */
export const createRecording = (
  deps: AppDeps & { readonly hub: Hub },
  { calls, chats, identity }: Below,
  { conferences }: { readonly conferences: () => Conferences },
): Recordings =>
  createRecordings({
    ...deps,
    database: deps.database.narrow(),
    calls,
    chats,
    users: identity,
    plans: {
      isRecorded: async (id) =>
        (await conferences().callRulesIn(id))?.isRecorded === true,
    },
    dataDir: deps.config.dataDir,
  });

/** The films made of it, and who watches them. */
export const createRecordingLibrary = (
  deps: AppDeps & { readonly hub: Hub },
): Library =>
  createLibrary({
    ...deps,
    database: deps.database.narrow(),
    dataDir: deps.config.dataDir,
    publicUrl: deps.config.publicUrl,
    filmMaker: findFilmMaker(),
  });
