import type { JanusMessage } from "../janus/janus-line.ts";
import type { FeedId } from "./video-room.ts";

/** What Janus's word means for the connection of somebody who sends; undefined: nothing. */
export function connectionSaid(
  { janus, plugindata }: JanusMessage,
  feedId: FeedId,
): "down" | "up" | undefined {
  if (janus === "webrtcup") return "up";
  if (janus === "hangup" || janus === "detached") return "down";
  const { videoroom, leaving, unpublished } = plugindata?.data ?? {};
  // "ok": the handle's own; others are named, and everybody's handle is told of them.
  const isOwn = [leaving, unpublished].some(
    (whose) => whose === "ok" || whose === feedId,
  );
  return videoroom === "destroyed" || isOwn ? "down" : undefined;
}

/** Which lines of a connection bring packets, by the media server's word. */
export class Incoming {
  readonly #flowing = new Set<string>();

  /** Takes what Janus said; true when the last line that flowed has stopped. */
  heard({ janus, mid, receiving }: JanusMessage): boolean {
    if (janus !== "media" || typeof mid !== "string") return false;
    if (receiving === true) {
      this.#flowing.add(mid);
      return false;
    }
    return this.#flowing.delete(mid) && this.#flowing.size === 0;
  }
}
