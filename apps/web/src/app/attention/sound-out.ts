import {
  callSounds,
  decideNotification,
  type Call,
  type CallSound,
  type Conversation,
  type ConversationId,
  type NotificationSettings,
  type Presence,
} from "@veche/contracts";
import type { Readable } from "@veche/realtime-client";
import type { Sounds } from "@veche/ui";
import type { CallPlaceState } from "../../features/call/call-place-state.ts";
import type { DeskState } from "../../features/desk/desk-model.ts";

export interface SoundOutDeps {
  readonly desk: { readonly state: Readable<Pick<DeskState, "offer">> };
  readonly calls: { readonly state: Readable<CallPlaceState> };
  readonly conversation: (id: ConversationId) => Readable<Conversation | null>;
  readonly settings: Readable<NotificationSettings>;
  /** My own; null until it is known. */
  readonly presence: Readable<Presence | null>;
  readonly leader: { readonly isLeader: Readable<boolean> };
  readonly sounds: Pick<Sounds, "ring" | "callEnded">;
  /** By the server's clock. */
  readonly now: () => Date;
  /** Shown outside the window while it rings, and taken away with it. */
  readonly onRing: (call: Call) => () => void;
}

type Place = Parameters<typeof decideNotification>[0]["place"];

/** A colleague's or customer's call, by the rule of everything that is told. */
function ringOf(deps: SoundOutDeps, call: Call): CallSound | null | undefined {
  const conversation = deps.conversation(call.conversationId).get();
  const mine: Place = conversation?.mine ?? { notify: "all", mutedUntil: null };
  const settings = deps.settings.get();
  // A customer whose session is open is not kept waiting by a rule for colleagues; in a group the server has judged.
  if (conversation?.kind === "support" || call.kind === "group")
    return mine.sounds?.call === undefined
      ? settings.sounds.call
      : mine.sounds.call;
  const state = deps.presence.get();
  const verdict = decideNotification({
    cause: "call",
    place: mine,
    settings,
    isDoNotDisturb: state?.state === "do_not_disturb",
    isInCall: false,
    now: deps.now(),
  });
  return verdict.kind === "silent" ? undefined : asRing(verdict.sound);
}

const asRing = (sound: string | null): CallSound | null =>
  callSounds.find((one) => one === sound) ?? null;

/**
 * The sounds of the work: a ring in one tab of the browser only, however many are open, and the end of a call. An offer
 * rings whoever made themself available; a call rings by the person's rules. Answers with its end.
 */
export function soundOut(deps: SoundOutDeps): () => void {
  const { desk, calls, leader, settings, sounds } = deps;
  let stopRing: (() => void) | undefined;
  let wasHere = false;

  const begin = () => {
    const place = calls.state.get();
    const endings: (() => void)[] = [];
    if (desk.state.get().offer !== null) {
      const sound = settings.get().sounds.call;
      if (sound !== null) endings.push(sounds.ring(sound));
    } else if (place.kind === "ringing") {
      const sound = ringOf(deps, place.call);
      if (sound === undefined) return undefined;
      if (sound !== null) endings.push(sounds.ring(sound));
      endings.push(deps.onRing(place.call));
    }
    return () => {
      for (const end of endings) end();
    };
  };
  const listen = () => {
    const place = calls.state.get().kind;
    const hasCaller = desk.state.get().offer !== null || place === "ringing";
    if (leader.isLeader.get() && hasCaller) stopRing ??= begin();
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
