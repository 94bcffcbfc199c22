import { Readable } from "node:stream";
import type { Attachment, PrincipalId } from "@veche/contracts";
import { serverActor } from "../../../platform/db/database.ts";
import { findFile, presentAttachment } from "../store/ready-files.ts";
import { appendPart, type AppendPartDeps } from "./append-part.ts";
import { beginUpload, type BeginUploadDeps } from "./begin-upload.ts";
import { untilSettled, type WaitDeps } from "./wait-for-file.ts";

export interface FoundBytes {
  /** Whose file it is: it takes of their room. */
  readonly ownerId: PrincipalId;
  readonly bytes: Buffer;
  /** What it is called; a name is made up without it. */
  readonly name?: string;
}

/**
 * Keeps bytes that the server found by itself as a file that serves as nothing yet, looked at as any other. Undefined
 * where it is not known in time what they are. Refuses as an upload does.
 */
export async function takeIn(
  deps: BeginUploadDeps & AppendPartDeps & WaitDeps,
  { ownerId, bytes, name }: FoundBytes,
): Promise<Attachment | undefined> {
  const { id } = await beginUpload(deps, {
    owner: { id: ownerId, kind: "user" },
    actor: serverActor,
    declaredBytes: bytes.length,
    told: new Map(name === undefined ? [] : [["filename", name]]),
  });
  using watch = deps.readiness.watch(id);
  const body = Readable.from([bytes]);
  await appendPart(deps, { fileId: id, ownerId, offset: 0, body });
  await untilSettled(deps, watch);
  const file = await findFile(deps.database.db, id);
  return file?.state === "ready"
    ? presentAttachment(file, { isVoice: false })
    : undefined;
}
