import type { FileId, PrincipalId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { LentUnit } from "../../../platform/db/statements.ts";
import { holdFiles, type HeldFile } from "../store/used-files.ts";

/**
 * A picture of this owner that serves as nothing yet, held until the commit. Refuses `file.not_found`,
 * `file.not_ready`, `file.not_a_picture`.
 */
export async function requireOwnPicture(
  unit: LentUnit,
  fileId: FileId,
  ownerId: PrincipalId,
): Promise<HeldFile> {
  const file = (await holdFiles(unit, [fileId])).get(fileId);
  if (file?.ownerId !== ownerId || file.use !== null)
    throw new AppError("file.not_found");
  switch (file.state) {
    case "ready":
      break;
    case "received":
      throw new AppError("file.not_ready", { retryAfterMs: 1_000 });
    default:
      throw new AppError("file.not_found");
  }
  if (file.kind !== "picture") throw new AppError("file.not_a_picture");
  return file;
}
