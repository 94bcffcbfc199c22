import type { Attachment, ErrorCode } from "@veche/contracts";
import {
  CommandError,
  type KeptFile,
  type Readable,
} from "@veche/realtime-client";

/** Progress of one file on its way to the server. */
export type UploadState =
  | { readonly kind: "sending"; readonly share: number }
  | { readonly kind: "done"; readonly attachment: Attachment }
  | { readonly kind: "failed"; readonly code: ErrorCode }
  | { readonly kind: "cancelled" }
  /** Its page is gone and its bytes were not kept: it must be chosen again. */
  | { readonly kind: "missing" };

export interface Upload extends Pick<
  KeptFile,
  "uploadId" | "conversationId" | "name" | "mediaType" | "sizeBytes" | "isVoice"
> {
  /** Shows the file before the server has it; null where its bytes are missing. */
  readonly localUrl: string | null;
  readonly state: Readable<UploadState>;
  /** Takes it back, from the server too. */
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
