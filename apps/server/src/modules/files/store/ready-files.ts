import { sql } from "kysely";
import type { Attachment, ConversationId, FileId } from "@veche/contracts";
import type { Db } from "../../../platform/db/database.ts";
import type { Sight } from "../domain/may-read.ts";
import type { FilesTable, FilesTables } from "./tables.ts";

type Shown = Pick<
  FilesTable,
  | "kind"
  | "name"
  | "mediaType"
  | "sizeBytes"
  | "width"
  | "height"
  | "durationMs"
  | "waveform"
  | "hasPreview"
> & { readonly id: FileId };

const shownColumns = [
  "id",
  "kind",
  "name",
  "mediaType",
  "sizeBytes",
  "width",
  "height",
  "durationMs",
  "waveform",
  "hasPreview",
] as const;

/** A file as a message carries it, and nothing else of its row: the log keeps what stands here. */
export const presentAttachment = (
  { id, kind, name, mediaType, sizeBytes, ...measured }: Shown,
  { isVoice }: Pick<Attachment, "isVoice">,
): Attachment => ({
  fileId: id,
  kind,
  name,
  mediaType,
  sizeBytes,
  width: measured.width,
  height: measured.height,
  durationMs: measured.durationMs,
  waveform: measured.waveform,
  hasPreview: measured.hasPreview,
  isVoice,
});

export type FoundFile = Shown & Pick<FilesTable, "state"> & Sight;

/** A file with everything that decides who may read it, in one statement. */
export function findFile(
  db: Db<FilesTables>,
  id: FileId,
): Promise<FoundFile | undefined> {
  const places = sql<Sight["places"]>`coalesce((
    SELECT json_agg(json_build_object('conversationId', seen.conversation_id, 'seq', seen.seq))
    FROM (SELECT conversation_id, min(seq) AS seq FROM file_places
          WHERE file_id = files.id GROUP BY conversation_id) seen), '[]')`;
  const pictureOf = sql<readonly ConversationId[]>`coalesce((
    SELECT json_agg(subject_id) FROM pictures
    WHERE file_id = files.id AND subject = 'conversation'), '[]')`;
  const isPersons = sql<boolean>`EXISTS (
    SELECT FROM pictures WHERE file_id = files.id AND subject = 'person')`;
  return db
    .selectFrom("files")
    .select([
      ...shownColumns,
      "state",
      "use",
      "ownerId",
      places.as("places"),
      pictureOf.as("pictureOf"),
      isPersons.as("isPersons"),
    ])
    .where("id", "=", id)
    .where("state", "!=", "removing")
    .executeTakeFirst();
}
