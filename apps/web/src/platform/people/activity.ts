import type { Powers, RealtimeClient } from "@veche/realtime-client";

export interface ActivityDeps {
  readonly realtime: Pick<RealtimeClient, "send" | "state">;
  readonly powers: Pick<Powers, "after" | "nowMs">;
  /** Calls `listener` whenever somebody touches this device; the answer ends it. */
  readonly onTouch: (listener: () => void) => () => void;
}

/** Untouched for so long, one counts as away (C20). */
export const idleAfterMs = 300_000;

/** Tells the server whether somebody is at this device; a new connection counts as touched. */
export function reportActivity({
  realtime,
  powers,
  onTouch,
}: ActivityDeps): () => void {
  let touchedAtMs = powers.nowMs();
  let isActive = true;
  let cancel: () => void = () => undefined;
  const say = () => {
    if (realtime.state.get().kind !== "live") return;
    // What is lost is said again with the next change, or after the next connection.
    realtime.send("presence.report", { isActive }).catch(() => undefined);
  };
  const look = () => {
    const leftMs = touchedAtMs + idleAfterMs - powers.nowMs();
    if (leftMs > 0) {
      cancel = powers.after(leftMs, look);
      return;
    }
    isActive = false;
    say();
  };
  const endings = [
    onTouch(() => {
      touchedAtMs = powers.nowMs();
      if (isActive) return;
      isActive = true;
      say();
      look();
    }),
    realtime.state.subscribe(() => {
      if (!isActive && realtime.state.get().kind === "live") say();
    }),
    () => cancel(),
  ];
  look();
  return () => {
    for (const end of endings) end();
  };
}
