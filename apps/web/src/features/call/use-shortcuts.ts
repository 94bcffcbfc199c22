import { useEffect, useRef } from "react";
import { isTyping } from "../../platform/keyboard/is-typing.ts";
import { shortcutOf, type CallShortcut } from "./shortcuts.ts";

/** Carries out the call's shortcuts while it is on the screen. */
export function useShortcuts(
  doings: Readonly<Partial<Record<CallShortcut, () => void>>>,
  /** Where the keys are pressed: the page, or the window that the call stands in. */
  place: Document = document,
): void {
  const latest = useRef(doings);
  useEffect(() => {
    latest.current = doings;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.altKey || event.repeat) return;
      const shortcut = shortcutOf({
        key: event.key,
        code: event.code,
        hasCommand: event.ctrlKey || event.metaKey,
        isTyping: isTyping(event.target),
      });
      const doing = shortcut && latest.current[shortcut];
      if (doing === undefined) return;
      event.preventDefault();
      doing();
    };
    place.addEventListener("keydown", listen);
    return () => place.removeEventListener("keydown", listen);
  }, [place]);
}
