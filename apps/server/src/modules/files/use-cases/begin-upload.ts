import type { FileId, PrincipalId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Database } from "../../../platform/db/database.ts";
import type { Ids } from "../../../platform/ids.ts";
import type { Principal } from "../../../platform/principal.ts";
import type { Actor } from "@veche/contracts";
import { tidyFileName } from "../domain/file-name.ts";
import {
  limitsOf,
  maxUnusedFiles,
  roomOf,
  unfinishedLifetimeMs,
  type FileLimits,
} from "../domain/limits.ts";
import { readMeasures, type Measures } from "../domain/measures.ts";
import { takeRoom } from "../store/quotas.ts";
import type { FilesTables } from "../store/tables.ts";
import { countUnused, insertUpload } from "../store/uploads.ts";

export interface BeginUploadDeps {
  readonly database: Database<FilesTables>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly limits: FileLimits;
}

export interface AskedUpload {
  readonly owner: {
    readonly id: PrincipalId;
    readonly kind: Principal["kind"];
  };
  readonly actor: Actor;
  readonly declaredBytes: number;
  /** As the sender's metadata tell. */
  readonly told: ReadonlyMap<string, string>;
}

/**
 * Makes room for a file and gives it its id. Refuses `file.too_large`, `file.quota_exceeded`, and `request.invalid` for
 * measures that can't be true.
 */
export async function beginUpload(
  { database, clock, ids, limits }: BeginUploadDeps,
  { owner, actor, declaredBytes, told }: AskedUpload,
): Promise<{ readonly id: FileId; readonly dueAt: Date }> {
  const { maxFileBytes, quotaBytes } = limitsOf(limits, owner);
  if (declaredBytes > maxFileBytes) throw new AppError("file.too_large");
  const measures = requireMeasures(told);
  const createdAt = clock.now();
  const dueAt = new Date(createdAt.getTime() + unfinishedLifetimeMs);
  const id = ids.next<FileId>();
  await database.transact(actor, async ({ tx }) => {
    const hasRoom = await takeRoom(tx, owner.id, {
      bytes: roomOf(declaredBytes),
      quotaBytes,
    });
    // Counted after the owner's row is held: of two at once the second sees the first.
    if (!hasRoom || (await countUnused(tx, owner.id)) >= maxUnusedFiles)
      throw new AppError("file.quota_exceeded");
    await insertUpload(tx, {
      id,
      ownerId: owner.id,
      name: tidyFileName(told.get("filename") ?? ""),
      hint: told.get("filetype")?.slice(0, 120) ?? null,
      declaredBytes,
      createdAt,
      dueAt,
      ...measures,
    });
  });
  return { id, dueAt };
}

function requireMeasures(told: ReadonlyMap<string, string>): Measures {
  const read = readMeasures(told);
  if (read.ok) return read.measures;
  throw new AppError("request.invalid", {
    issues: [
      { path: `/upload-metadata/${read.field}`, message: "can't be true" },
    ],
  });
}
