import { Readable } from "node:stream";
import { UPLOADS_PATH, type FileId, type PrincipalId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type {
  ByteAnswer,
  ByteContext,
  ByteRoute,
} from "../../../platform/http/byte-route.ts";
import {
  readByteCount,
  readMetadata,
  TUS_BODY,
  TUS_VERSION,
} from "../domain/tus.ts";
import type { Upload } from "../store/uploads.ts";
import type { AskedUpload } from "../use-cases/begin-upload.ts";
import type { Part, UploadProgress } from "../use-cases/append-part.ts";
import { requireFileId } from "./file-id.ts";

export interface UploadPowers {
  readonly begin: (
    asked: AskedUpload,
  ) => Promise<{ readonly id: FileId; readonly dueAt: Date }>;
  readonly append: (part: Part) => Promise<UploadProgress>;
  /** Refuses `file.not_found`. */
  readonly find: (fileId: FileId, ownerId: PrincipalId) => Promise<Upload>;
  readonly abandon: (context: ByteContext, fileId: FileId) => Promise<void>;
}

const access = { kind: "principal" } as const;
const one = `${UPLOADS_PATH}/:fileId`;

/** tus 1.0: creation (also with the first bytes), parts, where it stands, giving up. */
export const uploadRoutes = (powers: UploadPowers): readonly ByteRoute[] => [
  tus("POST", UPLOADS_PATH, (context) => create(powers, context)),
  tus("HEAD", one, (context) => tellOffset(powers, context)),
  tus("PATCH", one, (context) => takePart(powers, context)),
  tus("DELETE", one, async (context) => {
    await powers.abandon(context, requireFileId(context));
    return { status: 204, headers: {} };
  }),
];

const tus = (
  method: ByteRoute["method"],
  path: string,
  handle: ByteRoute["handle"],
): ByteRoute => ({
  method,
  path,
  access,
  async handle(context) {
    const isKnown = context.headers["tus-resumable"] === TUS_VERSION;
    const { status, headers } = isKnown
      ? await handle(context)
      : ({ status: 412, headers: { "tus-version": TUS_VERSION } } as const);
    return {
      status,
      headers: {
        "tus-resumable": TUS_VERSION,
        "cache-control": "no-store",
        ...headers,
      },
    };
  },
});

async function create(
  { begin, append }: UploadPowers,
  context: ByteContext,
): Promise<ByteAnswer> {
  const { headers, principal, actor, body } = context;
  const declaredBytes = readByteCount(headers["upload-length"]);
  const told = readMetadata(headers["upload-metadata"]);
  if (declaredBytes === undefined) throw invalid("upload-length");
  if (told === undefined) throw invalid("upload-metadata");
  const { id, dueAt } = await begin({
    owner: principal,
    actor,
    declaredBytes,
    told,
  });
  const location = { location: `${UPLOADS_PATH}/${id}` };
  const hasBytes = headers["content-type"] === TUS_BODY;
  if (!hasBytes && declaredBytes > 0)
    return { status: 201, headers: { ...location, ...expiry(dueAt) } };
  const progress = await append({
    fileId: id,
    ownerId: principal.id,
    offset: 0,
    body: hasBytes ? body : Readable.from([]),
  });
  return { status: 201, headers: { ...location, ...whereItStands(progress) } };
}

async function tellOffset(
  { find }: UploadPowers,
  context: ByteContext,
): Promise<ByteAnswer> {
  const upload = await find(requireFileId(context), context.principal.id);
  return {
    status: 200,
    headers: {
      "upload-offset": String(upload.receivedBytes),
      "upload-length": String(upload.declaredBytes),
      ...(upload.dueAt === null ? {} : expiry(upload.dueAt)),
    },
  };
}

async function takePart(
  { append }: UploadPowers,
  context: ByteContext,
): Promise<ByteAnswer> {
  const { headers, principal, body } = context;
  if (headers["content-type"] !== TUS_BODY)
    throw new AppError("request.unsupported_media_type");
  const offset = readByteCount(headers["upload-offset"]);
  if (offset === undefined) throw invalid("upload-offset");
  const progress = await append({
    fileId: requireFileId(context),
    ownerId: principal.id,
    offset,
    body,
  });
  return { status: 204, headers: whereItStands(progress) };
}

const whereItStands = ({ offset, dueAt }: UploadProgress) => ({
  "upload-offset": String(offset),
  ...expiry(dueAt),
});

const expiry = (dueAt: Date) => ({ "upload-expires": dueAt.toUTCString() });

const invalid = (header: string): AppError =>
  new AppError("request.invalid", {
    issues: [{ path: `/headers/${header}`, message: "is missing or wrong" }],
  });
