import type { Attachment, User } from "@veche/contracts";
import type { Powers, RealtimeClient } from "@veche/realtime-client";
import { createUploads, type SendFile } from "./files/uploads.ts";
import type { Messenger } from "./messenger-context.tsx";
import { createPreferences } from "./preferences.ts";
import { createServerAsks, type ServerAsksDeps } from "./server-asks.ts";

export interface MessengerDeps {
  readonly realtime: RealtimeClient;
  readonly powers: Powers;
  readonly me: User;
  readonly storage: Pick<Storage, "getItem" | "setItem">;
  readonly urls: Pick<typeof URL, "createObjectURL" | "revokeObjectURL">;
  readonly rest: ServerAsksDeps["rest"];
  readonly sendFile: SendFile;
}

/** What the messenger's screens work with, made once for a signed-in person. */
export function createMessenger({
  realtime,
  powers,
  me,
  storage,
  urls,
  rest,
  sendFile,
}: MessengerDeps): Omit<Messenger, "open"> {
  return {
    realtime,
    me,
    asks: createServerAsks({ realtime, powers, rest }),
    preferences: createPreferences(storage),
    uploads: createUploads({
      sendFile,
      powers,
      urls,
      onDone: (uploadId: string, attachment: Attachment) =>
        realtime.fileUploaded(uploadId, attachment),
      onFailed: (uploadId, code) => realtime.uploadFailed(uploadId, code),
    }),
  };
}
