import type { CallSnapshot } from "@veche/call-client";

/** What lies over the picture, the most urgent first. */
export type CallCurtain =
  | { readonly kind: "none" }
  | { readonly kind: "waiting" }
  | { readonly kind: "connecting" }
  /** My own line: nothing of mine is sent meanwhile. */
  | { readonly kind: "self_held" }
  /** The customer's line is lost; the seat is held until then (ISO). */
  | { readonly kind: "peer_held"; readonly heldUntil: string | null };

export function curtainOf({
  state,
  peer,
}: Pick<CallSnapshot, "state" | "peer">): CallCurtain {
  if (state.kind !== "ended" && peer?.state === "reconnecting")
    return { kind: "peer_held", heldUntil: peer.heldUntil };
  switch (state.kind) {
    case "idle":
    case "joining":
      return { kind: "connecting" };
    case "connecting":
      return peer === null || peer.state === "invited"
        ? { kind: "waiting" }
        : { kind: "connecting" };
    case "reconnecting":
      return { kind: "self_held" };
    case "live":
    case "ended":
      return { kind: "none" };
  }
}

/** What fills the stage: the customer's screen, their camera, or their name. */
export type StageSubject = "screen" | "camera" | "name";

export function stageSubject({
  peer,
  remoteScreen,
}: Pick<CallSnapshot, "peer" | "remoteScreen">): StageSubject {
  if (remoteScreen !== null && peer?.media.screen === true) return "screen";
  return peer?.media.camera === true ? "camera" : "name";
}
