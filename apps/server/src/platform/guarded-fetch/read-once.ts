import * as http from "node:http";
import * as https from "node:https";
import { lookupOf } from "./checked-lookup.ts";
import type { FetchRefusal, Wanted } from "./fetched.ts";
import type { Target } from "./target.ts";

export interface Reading {
  readonly target: Target;
  readonly wanted: Wanted;
  readonly signal: AbortSignal;
}

export type OneAnswer =
  | {
      readonly kind: "read";
      readonly contentType: string;
      readonly bytes: Buffer;
    }
  | { readonly kind: "redirected"; readonly location: string }
  | {
      readonly kind: "refused";
      readonly reason: Extract<FetchRefusal, "size" | "answer">;
    };

const headers = {
  // Packed content could grow without bound when unpacked: it is neither asked for nor taken.
  "accept-encoding": "identity",
  accept: "text/html,application/xhtml+xml,image/*;q=0.8",
  "user-agent": "Mozilla/5.0 (compatible; Veche link preview)",
} as const;

const longestHeadBytes = 32 * 1024;

/** One request to the addresses that were checked, and no other. Rejects when the line fails. */
export function readOnce({
  target,
  wanted,
  signal,
}: Reading): Promise<OneAnswer> {
  const { url, addresses } = target;
  const { get } = url.protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    const request = get(
      url,
      {
        lookup: lookupOf(addresses),
        signal,
        headers,
        agent: false,
        maxHeaderSize: longestHeadBytes,
      },
      (answer) => {
        takeAnswer(answer, wanted)
          .then(resolve, reject)
          .finally(() => {
            answer.destroy();
          });
      },
    );
    request.on("error", reject);
  });
}

async function takeAnswer(
  answer: http.IncomingMessage,
  wanted: Wanted,
): Promise<OneAnswer> {
  const { statusCode = 0 } = answer;
  const { location, "content-type": contentType = "" } = answer.headers;
  if (statusCode >= 300 && statusCode < 400 && location !== undefined)
    return { kind: "redirected", location };
  const isPlain = answer.headers["content-encoding"] === undefined;
  if (statusCode !== 200 || !isPlain || !wanted.isWanted(contentType))
    return { kind: "refused", reason: "answer" };
  const bytes = await firstBytes(answer, wanted.maxBytes);
  if (bytes.length > wanted.maxBytes && !wanted.cutsAtLimit)
    return { kind: "refused", reason: "size" };
  return {
    kind: "read",
    contentType,
    bytes: bytes.subarray(0, wanted.maxBytes),
  };
}

/** The content, or a little more of it than `limit`. */
async function firstBytes(
  answer: http.IncomingMessage,
  limit: number,
): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of answer) {
    // Without an encoding set, a stream of a socket gives buffers.
    const bytes = part as Buffer;
    parts.push(bytes);
    length += bytes.length;
    if (length > limit) break;
  }
  return Buffer.concat(parts);
}
