import type { Readable } from "node:stream";
import type { FileId, PrincipalId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Database } from "../../../platform/db/database.ts";
import { serverActor } from "../../../platform/db/database.ts";
import type { WriteGate } from "../../../platform/db/write-gate.ts";
import type { Appended, ByteStore } from "../byte-store.ts";
import { unfinishedLifetimeMs } from "../domain/limits.ts";
import type { FilesTables } from "../store/tables.ts";
import { advanceUpload, findUpload, type Upload } from "../store/uploads.ts";
import type { UploadTurns } from "./upload-turns.ts";

export interface AppendPartDeps {
  readonly database: Database<FilesTables>;
  readonly bytes: ByteStore;
  readonly clock: Clock;
  readonly writeGate: WriteGate;
  readonly turns: UploadTurns;
  /** A file is whole: it can be looked at. */
  readonly onReceived: () => void;
}

export interface Part {
  readonly fileId: FileId;
  readonly ownerId: PrincipalId;
  /** Where the sender believes it is. */
  readonly offset: number;
  readonly body: Readable;
}

export interface UploadProgress {
  readonly offset: number;
  readonly dueAt: Date;
}

/**
 * Takes bytes of an upload; settles when they are on the disk and counted. Refuses `file.not_found`,
 * `file.offset_conflict` (ask where it stands and go on from there), `file.too_large` for more than was announced, and
 * `server.read_only` while the disk is full.
 */
export async function appendPart(
  deps: AppendPartDeps,
  part: Part,
): Promise<UploadProgress> {
  const { database, turns, clock } = deps;
  // Only its owner may stop another part of it.
  await requireUpload(deps, part);
  using turn = await turns.take(part.fileId);
  const upload = await requireUpload(deps, part);
  if (upload.state !== "uploading" || upload.receivedBytes !== part.offset)
    throw new AppError("file.offset_conflict");
  turn.signal.addEventListener("abort", () => part.body.destroy());
  const { to, end } = await store(deps, part, upload);
  if (end === "too_long") throw new AppError("file.too_large");
  const now = clock.now();
  const dueAt = new Date(now.getTime() + unfinishedLifetimeMs);
  const isCounted = await database.transact(serverActor, ({ tx }) =>
    advanceUpload(tx, upload, { from: part.offset, to, now, dueAt }),
  );
  if (!isCounted) throw new AppError("file.offset_conflict");
  if (to === upload.declaredBytes) deps.onReceived();
  return { offset: to, dueAt };
}

async function requireUpload(
  { database }: AppendPartDeps,
  { fileId, ownerId }: Part,
): Promise<Upload> {
  const upload = await findUpload(database.db, fileId, ownerId);
  if (upload === undefined) throw new AppError("file.not_found");
  return upload;
}

async function store(
  { bytes, writeGate }: AppendPartDeps,
  { fileId, offset, body }: Part,
  { declaredBytes }: Upload,
): Promise<Appended> {
  writeGate.assertOpen();
  try {
    return await bytes.append(fileId, {
      at: offset,
      source: body,
      maxTo: declaredBytes,
    });
  } catch (cause) {
    if (!isFullDisk(cause)) throw cause;
    writeGate.reportDiskFull();
    throw new AppError("server.read_only", { retryAfterMs: 5_000, cause });
  }
}

const isFullDisk = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  (error.code === "ENOSPC" || error.code === "EDQUOT");
