import type {
  CallCaptions,
  CallFloor,
  CallInk,
  CallSession,
  DeviceSource,
  LocalMedia,
} from "@veche/call-client";
import type { Call, CallId, CallMedia, PrincipalId } from "@veche/contracts";

/** A stay in a call with the devices opened for it. */
export interface Stay {
  readonly session: CallSession;
  readonly media: LocalMedia;
  /** Of a group's call. */
  readonly floor: CallFloor;
  readonly ink: CallInk;
  readonly captions: CallCaptions;
}

/** Where this tab is with calls. A person has one call at a time. */
export type CallPlaceState =
  | { readonly kind: "none" }
  /** Somebody calls me: into a session of mine, in our conversation, or into the call of a group. */
  | { readonly kind: "ringing"; readonly call: Call }
  | {
      readonly kind: "here";
      readonly callId: CallId;
      readonly of: Call["kind"];
      /** No customer takes part. */
      readonly isOfColleagues: boolean;
      readonly stay: Stay;
      readonly wanted: CallMedia;
    }
  /** Another window or device of mine has the seat. */
  | { readonly kind: "elsewhere"; readonly call: Call };

/** What a notice of a call asks of this tab. */
export type CallAdvice =
  "ignore" | "forget" | "ring" | "resume" | "show_elsewhere";

export interface CallNews {
  readonly call: Call;
  readonly me: PrincipalId;
  readonly state: CallPlaceState;
  /** Before the first snapshot is through: a seat of mine then is the one this page had before it was reloaded. */
  readonly isStarting: boolean;
}

/** It rings for me now: the server says for whom a call does. */
export function isRinging(call: Call, me: PrincipalId): boolean {
  if (call.state === "ended") return false;
  if (call.kind === "group") return call.ringing?.includes(me) === true;
  const seat = call.participants.find(({ principalId }) => principalId === me);
  return (
    seat?.state === "invited" &&
    call.state === "ringing" &&
    call.callerId !== me
  );
}

/** A call that began while this page was open and was not taken here belongs to another window: it never sits down by itself. */
export function adviceFor({
  call,
  me,
  state,
  isStarting,
}: CallNews): CallAdvice {
  const seat = call.participants.find(({ principalId }) => principalId === me);
  const isShown =
    (state.kind === "ringing" || state.kind === "elsewhere") &&
    state.call.id === call.id;
  if (isRinging(call, me)) return state.kind === "here" ? "ignore" : "ring";
  if (call.state === "ended" || seat === undefined || seat.state === "left")
    return isShown ? "forget" : "ignore";
  if (state.kind === "here" || seat.state === "invited") return "ignore";
  return isStarting && state.kind === "none" ? "resume" : "show_elsewhere";
}

/** The devices one enters a call with. */
export const sourcesFor = (media: CallMedia): readonly DeviceSource[] =>
  media === "video" ? ["microphone", "camera"] : ["microphone"];

/** The devices one comes back with: what was silenced before a reload stays silent. */
export function sourcesOf(
  call: Call,
  me: PrincipalId,
): readonly DeviceSource[] {
  const seat = call.participants.find(({ principalId }) => principalId === me);
  if (seat === undefined || seat.state === "invited")
    return sourcesFor(call.media);
  return (["microphone", "camera"] as const).filter(
    (source) => seat.media[source],
  );
}
