import { join } from "node:path";
import type { Chats, ChatsDeps } from "../modules/chats/index.ts";
import type { DirectoryDeps } from "../modules/directory/index.ts";
import { createFiles, type Files } from "../modules/files/index.ts";
import { askClamd } from "../platform/clamav/clamd.ts";
import type { AppDeps } from "./app-deps.ts";

/** Files with their ports plugged: who may see what they stand in, and who looks for what is dangerous. */
export function createFileStore(
  deps: AppDeps,
  chats: Pick<Chats, "sightOf" | "profile">,
): Files {
  const { config, database } = deps;
  const { clamav, ...limits } = config.files;
  return createFiles({
    ...deps,
    database,
    folder: join(config.dataDir, "files"),
    limits,
    readers: {
      sightOf: chats.sightOf,
      isConfidential: async (id) =>
        (await chats.profile(id))?.confidentiality !== null,
    },
    ...(clamav.kind === "off"
      ? {}
      : { scanner: { scan: (path) => askClamd(clamav, path) } }),
  });
}

/** Files as the conversations' port for pictures; asked when the whole stands. */
export const picturesIn = (
  files: () => Pick<Files, "show">,
): ChatsDeps["pictures"] => ({
  show: (unit, { conversationId: id, fileId, ownerId }) =>
    files().show(unit, {
      subject: { kind: "conversation", id },
      fileId,
      ownerId,
    }),
});

/** The same for people. */
export const photosIn = (
  files: Pick<Files, "show">,
): DirectoryDeps["photos"] => ({
  show: (unit, { userId: id, fileId, ownerId }) =>
    files.show(unit, { subject: { kind: "person", id }, fileId, ownerId }),
});
