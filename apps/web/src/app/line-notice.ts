import type { LineState } from "@veche/realtime-client";

/** A cut shorter than this passes without a word. */
export const quietCutMs = 1500;

/** What the reader is told of the line: a pause, never an error. Null while all is well. */
export function lineNotice(
  state: LineState,
  network: { readonly isOnline: boolean },
): "line.offline" | "line.reconnecting" | null {
  switch (state.kind) {
    case "idle":
    case "stopped":
      return null;
    case "live":
      // The machine knows of a pulled cable before the line does.
      return network.isOnline ? null : "line.offline";
    case "connecting":
    case "syncing":
    case "waiting":
      return network.isOnline ? "line.reconnecting" : "line.offline";
  }
}
