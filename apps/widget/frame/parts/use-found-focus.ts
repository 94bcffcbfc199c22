import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

/**
 * A button that goes away takes the focus with it; here it is found again. Whoever is busy elsewhere in the page
 * keeps theirs.
 */
export function useFoundFocus(
  place: RefObject<HTMLElement | null>,
  what: string,
): void {
  useEffect(() => {
    const isLost = document.activeElement === document.body;
    if (isLost) place.current?.focus();
  }, [place, what]);
}
