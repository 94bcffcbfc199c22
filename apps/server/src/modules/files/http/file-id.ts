import { ID_PATTERN, type FileId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { ByteContext } from "../../../platform/http/byte-route.ts";

const pattern = new RegExp(ID_PATTERN);

/** The file an address names; it is no file's when it is not even an id. */
export function requireFileId({ params }: ByteContext): FileId {
  const { fileId = "" } = params;
  if (!pattern.test(fileId)) throw new AppError("file.not_found");
  // Held against the pattern of ids just now.
  return fileId as FileId;
}
