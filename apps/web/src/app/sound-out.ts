import type { Readable } from "@veche/realtime-client";
import type { Sounds } from "@veche/ui";
import type { CallPlaceState } from "../features/call/call-place-state.ts";
import type { DeskState } from "../features/desk/desk-model.ts";

export interface SoundOutDeps {
  readonly desk: { readonly state: Readable<Pick<DeskState, "offer">> };
  readonly calls: { readonly state: Readable<Pick<CallPlaceState, "kind">> };
  readonly leader: { readonly isLeader: Readable<boolean> };
  readonly sounds: Sounds;
}

/** Rings in one tab of the browser only, however many are open, and marks the end of a call. Answers with its end. */
export function soundOut({
  desk,
  calls,
  leader,
  sounds,
}: SoundOutDeps): () => void {
  let stopRing: (() => void) | undefined;
  let wasHere = false;

  const listen = () => {
    const place = calls.state.get().kind;
    const rings =
      leader.isLeader.get() &&
      (desk.state.get().offer !== null || place === "ringing");
    if (rings) stopRing ??= sounds.ring();
    else {
      stopRing?.();
      stopRing = undefined;
    }
    if (wasHere && place === "none") sounds.callEnded();
    wasHere = place === "here";
  };

  const leaving = [desk.state, calls.state, leader.isLeader].map((source) =>
    source.subscribe(listen),
  );
  listen();
  return () => {
    for (const leave of leaving) leave();
    stopRing?.();
  };
}
