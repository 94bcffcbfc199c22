import type { User } from "@veche/contracts";
import type { Powers, RealtimeClient } from "@veche/realtime-client";
import type { UploadShelf } from "./files/upload-shelf.ts";
import type { Messenger } from "./messenger-context.tsx";
import { createPreferences } from "./preferences.ts";
import { createServerAsks, type ServerAsksDeps } from "./server-asks.ts";

export interface MessengerDeps {
  readonly realtime: RealtimeClient;
  readonly powers: Powers;
  readonly me: User;
  readonly storage: Pick<Storage, "getItem" | "setItem">;
  readonly rest: ServerAsksDeps["rest"];
  readonly uploads: UploadShelf;
}

/** What the messenger's screens work with, made once for a signed-in person. */
export function createMessenger({
  realtime,
  powers,
  me,
  storage,
  rest,
  uploads,
}: MessengerDeps): Omit<Messenger, "calling" | "Recordings" | "open"> {
  return {
    realtime,
    me,
    asks: createServerAsks({ realtime, powers, rest }),
    preferences: createPreferences(storage),
    uploads,
  };
}
