import {
  errorRegistry,
  UPLOAD_CHUNK_BYTES,
  UPLOADS_PATH,
  type Attachment,
  type ErrorCode,
  type FileId,
} from "@veche/contracts";
import type { Powers } from "@veche/realtime-client";
import type { DetailedError, Upload } from "tus-js-client";
import type { Measures } from "../features/messenger/files/measures.ts";
import {
  pause,
  type SendFile,
} from "../features/messenger/files/send-upload.ts";
import type { Rest } from "../platform/rest/rest-client.ts";
import { RestFailure } from "../platform/rest/rest-failure.ts";

export interface SendFileDeps {
  readonly rest: Rest;
  readonly powers: Pick<Powers, "after">;
  /** What a browser can tell of a file before the server has it. */
  readonly measure: (file: File) => Promise<Measures>;
}

/** A cut line is waited for so long in all; then the file is refused and can be sent again. */
const retryDelaysMs = [0, 1000, 3000, 5000, 10_000, 20_000, 30_000];
const askAgainMs = 2000;
const askedAtMost = 15;

const isKnown = (code: unknown): code is ErrorCode =>
  typeof code === "string" && Object.hasOwn(errorRegistry, code);

/** The server's own words for it, where it spoke. */
function failureOf(error: Error | DetailedError): RestFailure {
  const body =
    "originalResponse" in error ? error.originalResponse?.getBody() : undefined;
  try {
    const problem: unknown = JSON.parse(body ?? "");
    if (typeof problem === "object" && problem !== null && "code" in problem)
      if (isKnown(problem.code)) return new RestFailure(problem.code);
  } catch {
    // No problem report: the line, or a proxy's own page.
  }
  return new RestFailure("server.unavailable", undefined, { cause: error });
}

const metadataOf = (file: File, measures: Measures): Record<string, string> => {
  const told = Object.entries(measures).map(
    ([key, value]): readonly [string, string] => [key, String(value)],
  );
  return {
    filename: file.name,
    ...(file.type === "" ? {} : { filetype: file.type }),
    ...Object.fromEntries(told),
  };
};

/** The id that the server gave an upload is the last part of its address. */
const idOf = ({ url }: Upload): FileId =>
  (url?.split("/").at(-1) ?? "") as FileId; // the server's own address for it

async function upload(
  { file, address, onAddress, onProgress, signal }: Parameters<SendFile>[0],
  measures: Measures,
): Promise<FileId> {
  // Fetched with the first file that is sent.
  const { Upload: TusUpload } = await import("tus-js-client");
  return new Promise((resolve, reject) => {
    const sending = new TusUpload(file, {
      endpoint: UPLOADS_PATH,
      ...(address === null ? {} : { uploadUrl: address }),
      chunkSize: UPLOAD_CHUNK_BYTES,
      uploadDataDuringCreation: true,
      storeFingerprintForResuming: false,
      retryDelays: retryDelaysMs,
      metadata: metadataOf(file, measures),
      onUploadUrlAvailable: () => {
        if (sending.url !== null) onAddress(sending.url);
      },
      onProgress: (sent, total) => onProgress(total === 0 ? 1 : sent / total),
      onSuccess: () => resolve(idOf(sending)),
      onError: (error) => reject(failureOf(error)),
    });
    signal.addEventListener("abort", () => {
      // What cannot be taken back now is cleared away by the server later.
      void sending.abort(signal.reason !== pause).catch(() => undefined);
    });
    if (signal.aborted) return;
    sending.start();
  });
}

/** Brings a file to the server part by part, goes on where a cut line left it, and waits until it was looked at. */
export function sendFile({ rest, powers, measure }: SendFileDeps): SendFile {
  const whileLooked = () =>
    new Promise<void>((resolve) => powers.after(askAgainMs, resolve));
  const looked = async (fileId: FileId, left: number): Promise<Attachment> => {
    try {
      return await rest("getFile", { params: { fileId } });
    } catch (failure) {
      const isEarly =
        failure instanceof RestFailure && failure.code === "file.not_ready";
      if (!isEarly || left === 0) throw failure;
      await whileLooked();
      return looked(fileId, left - 1);
    }
  };
  return async (options) => {
    const fileId = await upload(options, await measure(options.file));
    return looked(fileId, askedAtMost);
  };
}
