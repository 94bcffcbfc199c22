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

/** A file, and whether it may be taken along or is only shown where it was sent. */
export interface ReadableFile extends FoundFile {
  readonly isConfidential: boolean;
}

/**
 * A file for whoever may see it now; asked at every request, since rights change. Refuses `file.not_found`, whether it
 * exists or not, and to its owner `file.not_ready` and `file.refused`.
 */
export async function requireFile(
  deps: ReadFileDeps,
  fileId: FileId,
  reader: Principal,
): Promise<ReadableFile> {
  const file = await findFile(deps.db, fileId);
  const sight = file && (await sightOf(deps, file, reader));
  if (file === undefined || sight === undefined)
    throw new AppError("file.not_found");
  switch (file.state) {
    case "ready":
      return { ...file, isConfidential: sight === "shown" };
    case "refused":
      throw new AppError("file.refused");
    case "received":
      throw new AppError("file.not_ready", { retryAfterMs: 1_000 });
    default:
      throw new AppError("file.not_found");
  }
}

/** The most that one of its places allows: `whole` to be taken along, `shown` there and nowhere else. */
async function sightOf(
  { readers }: ReadFileDeps,
  sight: Sight,
  reader: Principal,
): Promise<"whole" | "shown" | undefined> {
  const verdict = judgeReading(sight, reader);
  if (verdict.kind !== "if_seen")
    return verdict.kind === "yes" ? "whole" : undefined;
  for (const conversationId of sight.pictureOf)
    if ((await readers.sightOf(reader, conversationId)) !== "nothing")
      return "whole";
  let isShown = false;
  for (const { conversationId } of sight.places) {
    const seen = await readers.sightOf(reader, conversationId);
    if (seen === "everything") return "whole";
    isShown ||= seen === "words";
  }
  return isShown ? "shown" : undefined;
}
