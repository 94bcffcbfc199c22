import type {
  ConversationId,
  FileId,
  MessageId,
  PrincipalId,
} from "@veche/contracts";
import {
  type LentUnit,
  rowsOf,
  sendOff,
} from "../../../platform/db/statements.ts";
import type { FoundFile } from "./ready-files.ts";

/** A file as it stands, held for whoever is about to use it. */
export type HeldFile = Omit<FoundFile, "places" | "pictureOf" | "isPersons"> & {
  readonly ownerId: PrincipalId;
};

/** Holds files until the commit; those that are gone are left out. */
export async function holdFiles(
  unit: LentUnit,
  ids: readonly FileId[],
): Promise<ReadonlyMap<FileId, HeldFile>> {
  if (ids.length === 0) return new Map();
  const rows = await rowsOf<HeldFile>(
    unit.tx,
    // In one order, so that two that use the same files can't wait for each other.
    `SELECT id, owner_id AS "ownerId", state, use, kind, name, media_type AS "mediaType",
       size_bytes AS "sizeBytes", width, height, duration_ms AS "durationMs", waveform, has_preview AS "hasPreview"
     FROM files WHERE id = ANY($1::uuid[]) AND state <> 'removing' ORDER BY id FOR UPDATE`,
    [[...ids]],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What nobody uses yet is removed then, not earlier. */
export async function keepUnusedUntil(
  unit: LentUnit,
  ids: readonly FileId[],
  until: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await sendOff(
    unit,
    `UPDATE files SET due_at = $2 WHERE id = ANY($1::uuid[]) AND state = 'ready' AND use IS NULL`,
    [[...ids], until.toISOString()],
  );
}

/**
 * Sending on and deleting meet at the file: whoever comes second looks in a statement of its own, and so sees what the
 * first has done.
 */
async function lockFiles(
  unit: LentUnit,
  ids: readonly FileId[],
): Promise<void> {
  await sendOff(
    unit,
    `SELECT 1 FROM files WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`,
    [[...ids]],
  );
}

/** A file in a message. */
export interface FilePlace {
  readonly messageId: MessageId;
  readonly conversationId: ConversationId;
  readonly seq: number;
  readonly fileId: FileId;
}

/** From now on whoever may read these messages may read the files. */
export async function placeFiles(
  unit: LentUnit,
  places: readonly FilePlace[],
): Promise<void> {
  if (places.length === 0) return;
  await lockFiles(
    unit,
    places.map(({ fileId }) => fileId),
  );
  await sendOff(
    unit,
    `INSERT INTO file_places (message_id, file_id, conversation_id, seq)
     SELECT "messageId", "fileId", "conversationId", seq
     FROM json_to_recordset($1::json) AS i ("messageId" uuid, "fileId" uuid, "conversationId" uuid, seq integer)
     JOIN files f ON f.id = i."fileId" AND f.state <> 'removing'
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(places)],
  );
  await sendOff(
    unit,
    `UPDATE files SET use = 'message', due_at = NULL WHERE id = ANY($1::uuid[]) AND use IS NULL`,
    [places.map(({ fileId }) => fileId)],
  );
}

/** The messages are gone; files that stand in no other are due to be removed. */
export async function unplaceFiles(
  unit: LentUnit,
  messageIds: readonly MessageId[],
  now: Date,
): Promise<void> {
  if (messageIds.length === 0) return;
  const left = await rowsOf<{ fileId: FileId }>(
    unit.tx,
    `DELETE FROM file_places WHERE message_id = ANY($1::uuid[]) RETURNING file_id AS "fileId"`,
    [[...messageIds]],
  );
  await letGo(unit, left, now);
}

/** The same for everything that was said in a conversation, and its picture. */
export async function unplaceConversation(
  unit: LentUnit,
  conversationId: ConversationId,
  now: Date,
): Promise<void> {
  const left = await rowsOf<{ fileId: FileId }>(
    unit.tx,
    `WITH said AS (DELETE FROM file_places WHERE conversation_id = $1 RETURNING file_id),
       shown AS (DELETE FROM pictures WHERE subject_id = $1 RETURNING file_id)
     SELECT file_id AS "fileId" FROM said UNION SELECT file_id FROM shown`,
    [conversationId],
  );
  await letGo(unit, left, now);
}

/** Removes what is in no message, no picture and no set any more. */
export async function letGo(
  unit: LentUnit,
  files: readonly { readonly fileId: FileId }[],
  now: Date,
): Promise<void> {
  if (files.length === 0) return;
  await lockFiles(
    unit,
    files.map(({ fileId }) => fileId),
  );
  await sendOff(
    unit,
    `UPDATE files SET state = 'removing', due_at = $2
     WHERE id = ANY($1::uuid[]) AND use IN ('message', 'picture')
       AND NOT EXISTS (SELECT FROM file_places p WHERE p.file_id = files.id)
       AND NOT EXISTS (SELECT FROM pictures p WHERE p.file_id = files.id)`,
    [files.map(({ fileId }) => fileId), now.toISOString()],
  );
}
