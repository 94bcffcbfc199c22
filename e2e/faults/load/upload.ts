import { request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { createHash, randomBytes } from "node:crypto";
import { fileEndpoints, UPLOADS_PATH, type FileId } from "@veche/contracts";
import { ApiRefusal, callEndpoint } from "@veche/test-world";
import type { Random } from "../random.ts";

export interface Uploader {
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly random: Random;
  /** True when patience has an end. */
  readonly isSettling: () => boolean;
}

export type UploadOutcome =
  | { readonly kind: "whole"; readonly fileId: FileId; readonly sha256: string }
  /** Given up on the way, or never begun. */
  | { readonly kind: "left" }
  /** What the server had taken on it knows no more, or it was refused. */
  | { readonly kind: "lost"; readonly why: string };

const tus = { "tus-resumable": "1.0.0" };
const partBytes = 48 * 1024;
const smallestBytes = 8 * 1024;
const spreadBytes = 128 * 1024;
const retryAfterMs = 300;

/** Uploads a document of random bytes in parts, some of them cut in the middle, and goes on where the server stands. */
export async function uploadDocument(
  uploader: Uploader,
): Promise<UploadOutcome> {
  const { random } = uploader;
  // A text at the beginning keeps chance from looking like a picture.
  const bytes = Buffer.concat([
    Buffer.from("a document of the crew\n"),
    randomBytes(smallestBytes + random.below(spreadBytes)),
  ]);
  const fileId = await begin(uploader, bytes.length);
  if (fileId === undefined) return { kind: "left" };
  const end = await sendParts(uploader, fileId, bytes);
  if (end !== "whole") return end;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return waitForIt(uploader, { kind: "whole", fileId, sha256 });
}

async function begin(
  uploader: Uploader,
  sizeBytes: number,
): Promise<FileId | undefined> {
  const name = Buffer.from("crew.bin").toString("base64");
  for (;;) {
    const answer = await ask(uploader, {
      method: "POST",
      path: UPLOADS_PATH,
      headers: {
        "upload-length": String(sizeBytes),
        "upload-metadata": `filename ${name}`,
      },
    });
    const location = answer?.headers["location"];
    if (answer?.status === 201 && location !== undefined)
      // The last part of an upload's address is the file's id.
      return location.split("/").at(-1) as unknown as FileId;
    if (uploader.isSettling()) return undefined;
    await pause(retryAfterMs * (1 + uploader.random.next()));
  }
}

async function sendParts(
  uploader: Uploader,
  fileId: FileId,
  bytes: Buffer,
): Promise<"whole" | UploadOutcome> {
  const path = `${UPLOADS_PATH}/${fileId}`;
  for (let tries = 0; ; tries += 1) {
    const stand = await ask(uploader, { method: "HEAD", path, headers: {} });
    if (stand?.status === 404)
      return { kind: "lost", why: `upload ${fileId} is unknown` };
    const offset = Number(stand?.headers["upload-offset"] ?? Number.NaN);
    if (offset === bytes.length) return "whole";
    if (uploader.isSettling() && tries > 100) return { kind: "left" };
    if (Number.isNaN(offset)) {
      await pause(retryAfterMs * (1 + uploader.random.next()));
      continue;
    }
    const part = bytes.subarray(offset, offset + partBytes);
    const cutAfter =
      uploader.random.next() < 0.3
        ? uploader.random.below(part.length)
        : undefined;
    await ask(uploader, {
      method: "PATCH",
      path,
      headers: {
        "content-type": "application/offset+octet-stream",
        "upload-offset": String(offset),
      },
      body: part,
      ...(cutAfter === undefined ? {} : { cutAfter }),
    });
  }
}

/** The server looks at every file before anybody may have it. */
async function waitForIt(
  uploader: Uploader,
  whole: UploadOutcome & { readonly kind: "whole" },
): Promise<UploadOutcome> {
  const { fileId } = whole;
  for (let tries = 0; ; tries += 1) {
    try {
      await callEndpoint(uploader, fileEndpoints.getFile, {
        params: { fileId },
      });
      return whole;
    } catch (error) {
      if (error instanceof ApiRefusal && [404, 422].includes(error.status))
        return { kind: "lost", why: `file ${fileId}: ${error.message}` };
      if (uploader.isSettling() && tries > 20) return { kind: "left" };
      await pause(retryAfterMs * (1 + uploader.random.next()));
    }
  }
}

interface Asked {
  readonly method: "POST" | "HEAD" | "PATCH";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  /** The line is cut after so many bytes of the body. */
  readonly cutAfter?: number;
}

interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** Undefined when no answer came. */
function ask(
  { baseUrl, headers }: Uploader,
  { method, path, headers: own, body, cutAfter }: Asked,
): Promise<Answered | undefined> {
  const length = body === undefined ? {} : { "content-length": body.length };
  return new Promise((resolve) => {
    const asking = request(new URL(path, baseUrl), {
      method,
      headers: { ...headers, ...tus, ...own, ...length },
      timeout: 30_000,
    });
    asking.on("error", () => resolve(undefined));
    asking.on("timeout", () => asking.destroy());
    asking.on("close", () => resolve(undefined));
    asking.on("response", (response) => {
      response.resume();
      const { statusCode: status = 0, headers: told } = response;
      resolve({
        status,
        headers: {
          location: told.location,
          "upload-offset": told["upload-offset"]?.toString(),
        },
      });
    });
    if (cutAfter === undefined) asking.end(body);
    else asking.write(body?.subarray(0, cutAfter), () => asking.destroy());
  });
}
