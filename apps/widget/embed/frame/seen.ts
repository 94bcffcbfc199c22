import { createStore, type Readable } from "@veche/realtime-client";

/**
 * Whether somebody can see the frame: its window is shown, and the page around it has not put it out of sight (a tab of
 * a form, a place further down). What is not seen is not read.
 */
export function watchSeen(document: Document): Readable<boolean> {
  const seen = createStore(false);
  let isInSight = false;
  const look = (): void =>
    seen.set(isInSight && document.visibilityState === "visible");
  new IntersectionObserver((changes) => {
    isInSight = changes.at(-1)?.isIntersecting === true;
    look();
  }).observe(document.documentElement);
  document.addEventListener("visibilitychange", look);
  return seen;
}
