import type { Readable } from "node:stream";
import type { ConversationId, FileId, UserId } from "@veche/contracts";
import { rowsInPages } from "../../../platform/db/rows-in-pages.ts";
import type { StatementRunner } from "../../../platform/db/statements.ts";
import type { ByteStore } from "../byte-store.ts";
import type { FileReaders } from "../file-readers.port.ts";

export interface TellFilesDeps {
  readonly db: StatementRunner;
  readonly bytes: Pick<ByteStore, "read">;
  readonly readers: Pick<FileReaders, "isConfidential">;
}

interface OwnFile {
  readonly id: FileId;
  readonly name: string;
  readonly conversationIds: readonly ConversationId[];
}

const ownFiles = (db: StatementRunner, userId: UserId) =>
  rowsInPages<OwnFile>(
    db,
    `SELECT f.id, f.name, f.kind, f.media_type AS "mediaType", f.size_bytes::float8 AS "sizeBytes",
       f.created_at AS "createdAt",
       ARRAY(SELECT DISTINCT p.conversation_id FROM file_places p WHERE p.file_id = f.id) AS "conversationIds"
     FROM files f
     WHERE f.owner_id = $1 AND f.state = 'ready' AND ($2::uuid IS NULL OR f.id > $2::uuid)
     ORDER BY f.id LIMIT $3`,
    userId,
  );

/** What a person uploaded, by name and place. */
export const tellFiles = (
  { db }: Pick<TellFilesDeps, "db">,
  userId: UserId,
): AsyncIterable<unknown> => ownFiles(db, userId);

/** The bytes of it, but for what stands in confidential conversations alone: nothing leaves these (C9). */
export async function* tellBytes(
  { db, bytes, readers }: TellFilesDeps,
  userId: UserId,
): AsyncIterable<{ readonly name: string; readonly bytes: () => Readable }> {
  for await (const { id, name, conversationIds } of ownFiles(db, userId)) {
    const secret = await Promise.all(
      conversationIds.map((one) => readers.isConfidential(one)),
    );
    if (secret.length > 0 && secret.every(Boolean)) continue;
    const stored = await bytes.read(id, "whole");
    if (stored !== undefined)
      yield { name: `${id.slice(-12)}-${name}`, bytes: stored.bytes };
  }
}
