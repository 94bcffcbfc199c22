import type { FileId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { Db } from "../../../platform/db/database.ts";
import type { Principal } from "../../../platform/principal.ts";
import { judgeReading, type Sight } from "../domain/may-read.ts";
import type { FileReaders } from "../file-readers.port.ts";
import { findFile, type FoundFile } from "../store/ready-files.ts";
import type { FilesTables } from "../store/tables.ts";

export interface ReadFileDeps {
  readonly db: Db<FilesTables>;
  readonly readers: FileReaders;
}

/**
 * A file for whoever may see it now; asked at every request, since rights change. Refuses `file.not_found`, whether it
 * exists or not, and to its owner `file.not_ready` and `file.refused`.
 */
export async function requireFile(
  deps: ReadFileDeps,
  fileId: FileId,
  reader: Principal,
): Promise<FoundFile> {
  const file = await findFile(deps.db, fileId);
  if (file === undefined || !(await mayRead(deps, file, reader)))
    throw new AppError("file.not_found");
  switch (file.state) {
    case "ready":
      return file;
    case "refused":
      throw new AppError("file.refused");
    case "received":
      throw new AppError("file.not_ready", { retryAfterMs: 1_000 });
    default:
      throw new AppError("file.not_found");
  }
}

async function mayRead(
  { readers }: ReadFileDeps,
  sight: Sight,
  reader: Principal,
): Promise<boolean> {
  const verdict = judgeReading(sight, reader);
  if (verdict.kind !== "if_seen") return verdict.kind === "yes";
  for (const place of sight.places)
    if (await readers.mayReadMessage(reader, place)) return true;
  for (const conversationId of sight.pictureOf)
    if (await readers.mayReadCard(reader, conversationId)) return true;
  return false;
}
