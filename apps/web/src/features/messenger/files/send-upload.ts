import type { Attachment, ErrorCode } from "@veche/contracts";
import {
  createStore,
  type LineState,
  type Powers,
  type Readable,
} from "@veche/realtime-client";
import type { UploadState } from "./upload.ts";

export interface SendFileOptions {
  readonly file: File;
  readonly isVoice: boolean;
  /** Where the server takes it already; null: it does not know of it. */
  readonly address: string | null;
  readonly onAddress: (address: string) => void;
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void;
  /** Ends it; what the server has is removed there, unless the reason is `pause`. */
  readonly signal: AbortSignal;
}

/** The reason of an ending after which another page may go on. */
export const pause = "pause";

/** Brings one file to the server; rejects with something that carries a `code`. */
export type SendFile = (options: SendFileOptions) => Promise<Attachment>;

export interface SendUploadDeps {
  readonly sendFile: SendFile;
  readonly powers: Pick<Powers, "after">;
  readonly line: Readable<LineState>;
  readonly onAddress: (address: string) => void;
  readonly onDone: (attachment: Attachment) => void;
  readonly onFailed: (code: ErrorCode) => void;
}

/** A server that answers the line and not the file is tried so often, after so long. */
const triesOnLiveLine = 3;
const tryAgainMs = 10_000;

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

type Sent = Pick<SendFileOptions, "file" | "isVoice" | "address">;

/** Settles when the line is back, or a while later where it was never gone. */
function whenWorthTrying(
  { line, powers }: Pick<SendUploadDeps, "line" | "powers">,
  signal: AbortSignal,
): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const isLive = () => line.get().kind === "live";
  const leave = line.subscribe(() => {
    if (isLive()) resolve(undefined);
  });
  const rest = isLive()
    ? powers.after(tryAgainMs, () => resolve(undefined))
    : () => undefined;
  signal.addEventListener("abort", () => resolve(undefined), { once: true });
  return promise.finally(() => {
    leave();
    rest();
  });
}

/** A cut line is waited for however long it takes: a message with a file is kept as one without. */
async function bring(
  { address: known, ...sent }: Sent,
  deps: SendUploadDeps,
  how: Pick<SendFileOptions, "signal" | "onProgress">,
): Promise<Attachment> {
  let address = known;
  let triesLeft = triesOnLiveLine;
  const onAddress = (told: string) => {
    address = told;
    deps.onAddress(told);
  };
  for (;;) {
    how.signal.throwIfAborted();
    try {
      return await deps.sendFile({ ...sent, ...how, address, onAddress });
    } catch (failure) {
      const isLive = deps.line.get().kind === "live";
      if (isLive) triesLeft -= 1;
      const isHopeless =
        codeOf(failure) !== "server.unavailable" || triesLeft === 0;
      if (isHopeless || how.signal.aborted) throw failure;
      await whenWorthTrying(deps, how.signal);
    }
  }
}

/** Sends one file, from its start or from where the server has it, to its end. */
export function sendUpload(sent: Sent, deps: SendUploadDeps) {
  const state = createStore<UploadState>({ kind: "sending", share: 0 });
  const ending = new AbortController();
  const isOver = () => state.get().kind !== "sending" || ending.signal.aborted;
  void bring(sent, deps, {
    signal: ending.signal,
    onProgress: (share) => {
      if (!isOver()) state.set({ kind: "sending", share });
    },
  }).then(
    (attachment) => {
      if (isOver()) return;
      state.set({ kind: "done", attachment });
      deps.onDone(attachment);
    },
    (failure: unknown) => {
      if (isOver()) return;
      const code = codeOf(failure);
      state.set({ kind: "failed", code });
      deps.onFailed(code);
    },
  );
  return {
    state,
    takeBack: () => {
      state.set({ kind: "cancelled" });
      ending.abort();
    },
    pause: () => ending.abort(pause),
  };
}
