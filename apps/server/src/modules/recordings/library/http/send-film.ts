import { readRange } from "../../../../platform/http/byte-range.ts";
import type { ByteAnswer } from "../../../../platform/http/byte-route.ts";
import type { LibraryFolder } from "../library-folder.ts";

/** A reel or film to be given, whole or a stretch of it. */
export interface Sending {
  readonly path: string;
  readonly mediaType: "video/webm" | "video/mp4";
  readonly method: "GET" | "HEAD";
  /** The header as it came. */
  readonly range: string | undefined;
  /** Of its own, beside those all have. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Whoever gets the first byte has watched it or taken it: nothing of a film is of use without its head. */
  readonly onFirstByte: () => Promise<void>;
}

/** Answers with the bytes; undefined when there are none. */
export async function sendFilm(
  folder: Pick<LibraryFolder, "read">,
  { path, method, range: asked, onFirstByte, ...sending }: Sending,
): Promise<ByteAnswer | undefined> {
  const stored = await folder.read(path);
  if (stored === undefined) return undefined;
  const { sizeBytes } = stored;
  const range = readRange(asked, sizeBytes);
  const headers = { ...headersOf(sending.mediaType), ...sending.headers };
  if (range === "outside")
    return {
      status: 416,
      headers: { ...headers, "content-range": `bytes */${sizeBytes}` },
    };
  const part = range === "whole" ? undefined : range;
  if (method === "GET" && (part?.from ?? 0) === 0) await onFirstByte();
  return {
    status: part ? 206 : 200,
    headers: {
      ...headers,
      "content-length": String(part ? part.to - part.from + 1 : sizeBytes),
      ...(part && {
        "content-range": `bytes ${part.from}-${part.to}/${sizeBytes}`,
      }),
    },
    ...(method === "GET" && { body: stored.bytes(part) }),
  };
}

const headersOf = (
  mediaType: Sending["mediaType"],
): Readonly<Record<string, string>> => ({
  "accept-ranges": "bytes",
  "cache-control": "private, no-store",
  vary: "cookie",
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; sandbox",
  "cross-origin-resource-policy": "same-origin",
  "content-type": mediaType,
});
