import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";

/** Full screen of one element; leaving by Esc is noticed. */
export function useFullScreen(place: RefObject<HTMLElement | null>) {
  const [isFull, setFull] = useState(false);
  useEffect(() => {
    const update = () => setFull(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", update);
    return () => document.removeEventListener("fullscreenchange", update);
  }, []);
  const toggle = () => {
    // A page may forbid it; then the call stays where it is.
    const change = isFull
      ? document.exitFullscreen()
      : place.current?.requestFullscreen();
    change?.catch(() => undefined);
  };
  return { isFull, toggle };
}
