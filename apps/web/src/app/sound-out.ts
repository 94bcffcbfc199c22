import type { Conversation } from "@veche/contracts";
import type { Readable } from "@veche/realtime-client";
import type { Sounds } from "@veche/ui";
import type { CallPlaceState } from "../features/call/call-place-state.ts";
import type { DeskState } from "../features/desk/desk-model.ts";

export interface SoundOutDeps {
  readonly desk: { readonly state: Readable<Pick<DeskState, "offer">> };
  readonly calls: { readonly state: Readable<Pick<CallPlaceState, "kind">> };
  readonly conversations: Readable<
    readonly Pick<Conversation, "unreadCount">[]
  >;
  readonly leader: { readonly isLeader: Readable<boolean> };
  readonly sounds: Sounds;
}

const unreadIn = (
  conversations: readonly Pick<Conversation, "unreadCount">[],
): number => conversations.reduce((sum, one) => sum + one.unreadCount, 0);

/**
 * The sounds of the work: a ring in one tab of the browser only, however many are open; the end of a call; a message,
 * but not into a conversation that is being held aloud. Answers with its end.
 */
export function soundOut(deps: SoundOutDeps): () => void {
  const { desk, calls, conversations, leader, sounds } = deps;
  let stopRing: (() => void) | undefined;
  let wasHere = false;
  let unread = unreadIn(conversations.get());

  const listen = () => {
    const place = calls.state.get().kind;
    const hasCaller = desk.state.get().offer !== null || place === "ringing";
    if (leader.isLeader.get() && hasCaller) stopRing ??= sounds.ring();
    else {
      stopRing?.();
      stopRing = undefined;
    }
    if (wasHere && place === "none") sounds.callEnded();
    wasHere = place === "here";
  };
  const listenToMessages = () => {
    const before = unread;
    unread = unreadIn(conversations.get());
    const isQuiet = wasHere || !leader.isLeader.get();
    if (unread > before && !isQuiet) sounds.message();
  };

  const leaving = [
    ...[desk.state, calls.state, leader.isLeader].map((source) =>
      source.subscribe(listen),
    ),
    conversations.subscribe(listenToMessages),
  ];
  listen();
  return () => {
    for (const leave of leaving) leave();
    stopRing?.();
  };
}
