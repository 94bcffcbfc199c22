import type { LocalMedia } from "@veche/call-client";
import { useEffect } from "react";
import { createHeldTalk, isSpaceFree } from "./hold-to-talk.ts";

/** While Space is held, the silenced microphone is on. */
export function useHoldToTalk(
  media: Pick<LocalMedia, "state" | "turnOn" | "turnOff">,
  /** Where the keys are pressed: the page, or the window that the call stands in. */
  place: Document = document,
): void {
  useEffect(() => {
    const talk = createHeldTalk(media);
    const clicked = watchClicked(place);
    const press = (event: KeyboardEvent) => {
      if (event.code !== "Space" || hasModifier(event)) return;
      const focused = place.activeElement ?? place.body;
      if (!isSpaceFree(focused, clicked.get()) || !talk.start()) return;
      // The page does not scroll, and what was clicked last is not pressed.
      event.preventDefault();
    };
    const lift = (event: KeyboardEvent) => {
      if (event.code === "Space" && talk.stop()) event.preventDefault();
    };
    const drop = () => void talk.stop();
    const view = place.defaultView;
    place.addEventListener("keydown", press);
    place.addEventListener("keyup", lift);
    // The key may come up where this page is not told of it.
    view?.addEventListener("blur", drop);
    place.addEventListener("visibilitychange", drop);
    return () => {
      clicked.close();
      place.removeEventListener("keydown", press);
      place.removeEventListener("keyup", lift);
      view?.removeEventListener("blur", drop);
      place.removeEventListener("visibilitychange", drop);
      drop();
    };
  }, [media, place]);
}

/** What has the focus because of the mouse. Asked when the focus comes: with the next key it counts as the keyboard's. */
function watchClicked(place: Document) {
  let clicked: Element | null = null;
  const look = () => {
    const focused = place.activeElement;
    clicked = focused?.matches(":focus-visible") === true ? null : focused;
  };
  const click = (event: MouseEvent) => {
    // A press by the keyboard counts no clicks.
    if (event.detail > 0) clicked = place.activeElement;
  };
  look();
  place.addEventListener("focusin", look);
  place.addEventListener("click", click);
  return {
    get: () => clicked,
    close: () => {
      place.removeEventListener("focusin", look);
      place.removeEventListener("click", click);
    },
  };
}

const hasModifier = (event: KeyboardEvent): boolean =>
  event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
