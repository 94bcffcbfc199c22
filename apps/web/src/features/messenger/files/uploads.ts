import type { Attachment, ErrorCode } from "@veche/contracts";
import {
  CommandError,
  createStore,
  type Powers,
  type Readable,
} from "@veche/realtime-client";

/** Progress of one file on its way to the server. */
export type UploadState =
  | { readonly kind: "sending"; readonly share: number }
  | { readonly kind: "done"; readonly attachment: Attachment }
  | { readonly kind: "failed"; readonly code: ErrorCode }
  | { readonly kind: "cancelled" };

export interface Upload {
  readonly uploadId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly isVoice: boolean;
  /** Shows the file before the server has it. */
  readonly localUrl: string;
  readonly state: Readable<UploadState>;
  readonly cancel: () => void;
}

/** Settles when the server has the file; rejects with the code of its failure. */
export function whenUploaded({
  state,
}: Pick<Upload, "state">): Promise<Attachment> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const now = state.get();
      if (now.kind === "sending") return;
      leave();
      if (now.kind === "done") resolve(now.attachment);
      else
        reject(
          new CommandError({
            code: now.kind === "failed" ? now.code : "file.not_found",
          }),
        );
    };
    const leave = state.subscribe(look);
    look();
  });
}

export interface Uploads {
  readonly start: (file: File, how?: { readonly isVoice: boolean }) => Upload;
  readonly find: (uploadId: string) => Upload | undefined;
  /** Brings a file that goes with no message; rejects with the server's reason. */
  readonly bring: (file: File) => Promise<Attachment>;
}

export interface SendFileOptions {
  readonly file: File;
  readonly isVoice: boolean;
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Brings one file to the server; rejects with something that carries a `code`. */
export type SendFile = (options: SendFileOptions) => Promise<Attachment>;

export interface UploadsDeps {
  readonly sendFile: SendFile;
  readonly powers: Pick<Powers, "newId">;
  readonly urls: Pick<typeof URL, "createObjectURL" | "revokeObjectURL">;
  readonly onDone: (uploadId: string, attachment: Attachment) => void;
  readonly onFailed: (uploadId: string, code: ErrorCode) => void;
}

const codeOf = (failure: unknown): ErrorCode => {
  const code =
    typeof failure === "object" && failure !== null && "code" in failure
      ? failure.code
      : undefined;
  // Failures of uploads carry the contract's codes, and "offline", which is none of them.
  return typeof code === "string" && code !== "offline"
    ? (code as ErrorCode)
    : "server.unavailable";
};

/** Follows one file from its start to its end. */
function follow(
  { file, isVoice }: Pick<SendFileOptions, "file" | "isVoice">,
  uploadId: string,
  { sendFile, onDone, onFailed }: UploadsDeps,
) {
  const state = createStore<UploadState>({ kind: "sending", share: 0 });
  const ending = new AbortController();
  const isOver = () => state.get().kind !== "sending";
  void sendFile({
    file,
    isVoice,
    signal: ending.signal,
    onProgress: (share) => {
      if (!isOver()) state.set({ kind: "sending", share });
    },
  }).then(
    (attachment) => {
      if (isOver()) return;
      state.set({ kind: "done", attachment });
      onDone(uploadId, attachment);
    },
    (failure: unknown) => {
      if (isOver()) return;
      const code = codeOf(failure);
      state.set({ kind: "failed", code });
      onFailed(uploadId, code);
    },
  );
  const stop = () => {
    state.set({ kind: "cancelled" });
    ending.abort();
  };
  return { state, stop };
}

/** Files on their way to the server, whichever conversation is in view. */
export function createUploads(deps: UploadsDeps): Uploads {
  const { powers, urls } = deps;
  const byId = new Map<string, Upload>();
  const start: Uploads["start"] = (file, { isVoice } = { isVoice: false }) => {
    const uploadId: string = powers.newId();
    const { state, stop } = follow({ file, isVoice }, uploadId, deps);
    const localUrl = urls.createObjectURL(file);
    const upload: Upload = {
      uploadId,
      name: file.name,
      mediaType: file.type,
      sizeBytes: file.size,
      isVoice,
      localUrl,
      state,
      cancel: () => {
        stop();
        urls.revokeObjectURL(localUrl);
        byId.delete(uploadId);
      },
    };
    byId.set(uploadId, upload);
    return upload;
  };
  return {
    start,
    find: (uploadId) => byId.get(uploadId),
    bring: (file) =>
      deps.sendFile({
        file,
        isVoice: false,
        onProgress: () => undefined,
        signal: new AbortController().signal,
      }),
  };
}
