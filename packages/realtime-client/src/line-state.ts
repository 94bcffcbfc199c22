import { closeReasons, type CloseReason } from "@veche/contracts";

/** Where the line to the server is; the README has the table of transitions. */
export type LineState =
  | { readonly kind: "idle" }
  | { readonly kind: "connecting" }
  /** Connected, being told what was missed. */
  | { readonly kind: "syncing" }
  | { readonly kind: "live" }
  /** Cut; tries again at `retryAt` (wall time, ms since 1970), the `attempt`-th time since it was last live. */
  | {
      readonly kind: "waiting";
      readonly retryAt: number;
      readonly attempt: number;
    }
  /** The server said not to come back with these credentials; `start()` tries again. */
  | { readonly kind: "stopped"; readonly reason: CloseReason };

/** The reason of a close code that forbids coming back, if it is one (44xx). An unknown one of these counts as refused. */
export const finalCloseReason = (code: number): CloseReason | undefined => {
  if (code < 4400 || code >= 4500) return undefined;
  const names = Object.keys(closeReasons) as CloseReason[]; // Object.keys forgets the key type of the constant.
  return names.find((name) => closeReasons[name] === code) ?? "unauthenticated";
};
