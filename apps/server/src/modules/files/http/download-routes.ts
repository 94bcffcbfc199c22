import { create as contentDisposition } from "content-disposition";
import {
  FILES_PATH,
  fileVariants,
  type FileId,
  type FileVariant,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type {
  ByteAnswer,
  ByteContext,
  ByteRoute,
} from "../../../platform/http/byte-route.ts";
import type { Principal } from "../../../platform/principal.ts";
import type { ByteStore } from "../byte-store.ts";
import { readRange } from "../../../platform/http/byte-range.ts";
import { requireFileId } from "./file-id.ts";
import type { FoundFile } from "../store/ready-files.ts";
import type { ReadableFile } from "../use-cases/read-file.ts";

export interface DownloadPowers {
  readonly bytes: Pick<ByteStore, "read">;
  readonly require: (
    fileId: FileId,
    reader: Principal,
  ) => Promise<ReadableFile>;
}

/**
 * Long enough to scroll back and forth. The bytes of an id never change; the right to them may, and is asked for again
 * after this.
 */
const keptForS = 300;

/** Pictures, sound and films are shown by pages of ours; whatever else there is must be saved first. */
const shown = new Set(["picture", "audio", "video"]);

export const downloadRoutes = (powers: DownloadPowers): readonly ByteRoute[] =>
  fileVariants.flatMap((variant) =>
    (["GET", "HEAD"] as const).map((method): ByteRoute => ({
      method,
      path: `${FILES_PATH}/:fileId${variant === "whole" ? "" : `/${variant}`}`,
      access: { kind: "principal" },
      handle: (context) => download(powers, variant, { method, context }),
    })),
  );

async function download(
  { bytes, require }: DownloadPowers,
  variant: FileVariant,
  { method, context }: { method: "GET" | "HEAD"; context: ByteContext },
): Promise<ByteAnswer> {
  const { headers: asked, principal } = context;
  const file = await require(requireFileId(context), principal);
  if (file.isConfidential) requireShowing(file, variant, asked);
  const stored = await bytes.read(file.id, variant);
  if (stored === undefined) throw new AppError("file.not_found");
  const etag = `"${file.id}-${variant}"`;
  const headers = {
    ...guards,
    ...(file.isConfidential ? keptNowhere : {}),
    etag,
    ...describe(file, variant),
  };
  if (asked["if-none-match"] === etag) return { status: 304, headers };
  const range = readRange(
    asked["if-range"] === undefined || asked["if-range"] === etag
      ? asked.range
      : undefined,
    stored.sizeBytes,
  );
  if (range === "outside") {
    const outside = { "content-range": `bytes */${stored.sizeBytes}` };
    return { status: 416, headers: { ...headers, ...outside } };
  }
  const part = range === "whole" ? undefined : range;
  const length = part ? part.to - part.from + 1 : stored.sizeBytes;
  const body =
    method === "HEAD"
      ? undefined
      : (await bytes.read(file.id, variant, part))?.bytes();
  return {
    status: part ? 206 : 200,
    headers: {
      ...headers,
      "content-length": String(length),
      ...(part && {
        "content-range": `bytes ${part.from}-${part.to}/${stored.sizeBytes}`,
      }),
    },
    ...(body && { body }),
  };
}

/** Whatever a file holds, a browser that opens it runs nothing of it and shows it nowhere but where a page asks. */
const guards = {
  "accept-ranges": "bytes",
  "cache-control": `private, max-age=${keptForS}`,
  vary: "origin, cookie, authorization",
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; sandbox",
  "cross-origin-resource-policy": "same-origin",
};

/** What is confidential is not left behind in the browser either. */
const keptNowhere = { "cache-control": "private, no-store" };

/**
 * What is confidential is shown in a page of ours and not taken along: pictures where a page draws them, sound and
 * films where a player asks for them. A browser says itself what it wants bytes for; scripts cannot say it otherwise.
 * Refuses `conversation.confidential`.
 */
function requireShowing(
  { kind }: FoundFile,
  variant: FileVariant,
  headers: ByteContext["headers"],
): void {
  const wantedFor = headers["sec-fetch-dest"];
  const isPlayed =
    (kind === "audio" || kind === "video") &&
    (wantedFor === "audio" || wantedFor === "video");
  const isSeen =
    (kind === "picture" || variant !== "whole") && wantedFor === "image";
  if (!isPlayed && !isSeen) throw new AppError("conversation.confidential");
}

function describe(
  { name, kind, mediaType }: FoundFile,
  variant: FileVariant,
): Readonly<Record<string, string>> {
  if (variant !== "whole") return { "content-type": "image/webp" };
  return {
    "content-type": shown.has(kind) ? mediaType : "application/octet-stream",
    "content-disposition": contentDisposition(name),
  };
}
