import type { Readable } from "@veche/realtime-client";
import type { FrameSays } from "../face.ts";
import type { EmbedState } from "./embed-state.ts";

/** Keeps the page around the frame told: opened, refused, how much is unread; each once as it changes. */
export function tellPage(
  state: Readable<EmbedState>,
  say: (word: FrameSays) => void,
): void {
  let told: EmbedState["kind"] = state.get().kind;
  let toldCount: number | undefined;
  state.subscribe(() => {
    const present = state.get();
    const isNew = present.kind !== told;
    told = present.kind;
    if (present.kind === "refused" && isNew)
      say({ veche: "refused", code: present.code });
    if (present.kind !== "open") return;
    if (isNew) say({ veche: "opened" });
    if (present.unreadCount === toldCount) return;
    toldCount = present.unreadCount;
    say({ veche: "unread", count: toldCount });
  });
}
