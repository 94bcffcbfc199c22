import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type {
  Actor,
  RecordingDeletionReason,
  RecordingId,
  UserId,
} from "@veche/contracts";
import { AppError } from "../../../../platform/app-error.ts";
import { serverActor } from "../../../../platform/db/database.ts";
import type { LibraryFolder } from "../library-folder.ts";
import type { LibraryPowers } from "../library-powers.ts";
import { compositionsOf } from "../store/compositions.ts";
import {
  deletionFinished,
  deletionsToFinish,
  lockForDeletion,
  outlived,
  trackFiles,
  writeDeletion,
  type DeletedFile,
} from "../store/deletions.ts";
import { reelsOf } from "../store/stock.ts";

export type DeleteDeps = Pick<
  LibraryPowers,
  "database" | "clock" | "dataDir" | "log"
> & {
  readonly folder: LibraryFolder;
};

interface Wish {
  readonly reason: RecordingDeletionReason;
  readonly actor: Actor;
  readonly by: { readonly id: UserId; readonly name: string } | null;
}

/**
 * Deletes everything of a recording. What goes is written down first, with size and hash of each file; the bytes go
 * after the commit, and by the next round if we die before. Refuses `recording.not_found`, `recording.held` and, while
 * it goes on, `recording.not_playable`.
 */
export async function deleteRecording(
  deps: DeleteDeps,
  recordingId: RecordingId,
  { reason, actor, by }: Wish,
): Promise<void> {
  const files = await hashAll(deps, recordingId);
  const digest = createHash("sha256")
    .update(JSON.stringify(files))
    .digest("hex");
  await deps.database.transact(actor, async (unit) => {
    refuse(await lockForDeletion(unit, recordingId));
    const at = deps.clock.now();
    await writeDeletion(unit, { recordingId, reason, by, at, files });
    const fileCount = files.length;
    unit.happened({
      ...{ type: "recording.deleted", recordingId, reason },
      ...{ fileCount, digest },
    });
  });
  await removeBytes(deps, recordingId, files);
}

function refuse(found: Awaited<ReturnType<typeof lockForDeletion>>): void {
  switch (found) {
    case "deletable":
      return;
    case "held":
      throw new AppError("recording.held");
    case "missing":
      throw new AppError("recording.not_found");
    case "not_ended":
      throw new AppError("recording.not_playable");
  }
}

/** Finishes what a death interrupted, and deletes what is older than the rule of keeping. */
export async function clearAway(deps: DeleteDeps): Promise<void> {
  const { database, clock, log } = deps;
  for (const { recordingId, files } of await deletionsToFinish(database.db))
    await removeBytes(deps, recordingId, files);
  for (const { id } of await outlived(database.db, clock.now()))
    await deleteRecording(deps, id, {
      ...{ reason: "retention", actor: serverActor, by: null },
    }).catch((error: unknown) => {
      // Somebody put it on hold, or deleted it, in this moment.
      if (!(error instanceof AppError)) throw error;
      log.info({ recordingId: id }, "a recording stays after all");
    });
}

async function removeBytes(
  { database, clock, dataDir, folder }: DeleteDeps,
  recordingId: RecordingId,
  files: readonly DeletedFile[],
): Promise<void> {
  for (const { file } of files) await rm(join(dataDir, file), { force: true });
  await folder.removeAll(recordingId);
  await database.transact(serverActor, (unit) =>
    deletionFinished(unit, recordingId, clock.now()),
  );
}

/** Every file there is of it. */
async function hashAll(
  { database, dataDir, folder }: DeleteDeps,
  recordingId: RecordingId,
): Promise<readonly DeletedFile[]> {
  const reels = await reelsOf(database.db, recordingId);
  const films = await compositionsOf(database.db, recordingId);
  const own = [
    ...reels.map(({ id }) => folder.path(recordingId, { kind: "reel", id })),
    ...films.map(({ id, run, format }) =>
      folder.path(recordingId, { kind: "film", id, run, format }),
    ),
  ].map((path) => path.slice(dataDir.length + 1));
  const hashed: DeletedFile[] = [];
  for (const file of [
    ...(await trackFiles(database.db, recordingId)),
    ...own,
  ]) {
    const known = await hashOf(join(dataDir, file));
    if (known !== undefined) hashed.push({ file, ...known });
  }
  return hashed;
}

async function hashOf(
  path: string,
): Promise<Omit<DeletedFile, "file"> | undefined> {
  const hash = createHash("sha256");
  const source = createReadStream(path);
  try {
    await pipeline(source, hash);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      return undefined;
    throw error;
  }
  return { sizeBytes: source.bytesRead, sha256: hash.digest("hex") };
}
