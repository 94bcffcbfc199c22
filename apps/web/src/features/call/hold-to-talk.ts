import type { LocalMedia } from "@veche/call-client";

/** Speaking out of a silenced microphone for as long as a key is held. */
export interface HeldTalk {
  /** The key goes down. False: the microphone is on already, and the key means nothing. */
  readonly start: () => boolean;
  /** The key comes up, or can no longer be told to. True: it was held to talk. */
  readonly stop: () => boolean;
}

export function createHeldTalk(
  media: Pick<LocalMedia, "state" | "turnOn" | "turnOff">,
): HeldTalk {
  let isHeld = false;
  return {
    start: () => {
      if (isHeld) return true;
      if (media.state.get().microphone.kind !== "off") return false;
      isHeld = true;
      void media.turnOn("microphone");
      return true;
    },
    stop: () => {
      const wasHeld = isHeld;
      isHeld = false;
      // A microphone that is still opening is not kept either.
      if (wasHeld) media.turnOff("microphone");
      return wasHeld;
    },
  };
}

/** What answers Space by itself wherever it stands. */
const ownSpace =
  "input, select, textarea, [contenteditable=true], [role=dialog], [role=menu], [role=listbox], [role=slider]";

/** Where a key is pressed; `matches` and `closest` as an element has them. */
interface Focused {
  readonly matches: (selectors: string) => boolean;
  readonly closest: (selectors: string) => unknown;
}

/**
 * Whether Space pressed there is free for talking. A button reached by the keyboard is pressed with it; one that only
 * keeps the focus of a click is not.
 */
export function isSpaceFree(focused: Focused, clicked: unknown): boolean {
  if (focused.closest(ownSpace) !== null) return false;
  return focused === clicked || focused.matches("body, html");
}
