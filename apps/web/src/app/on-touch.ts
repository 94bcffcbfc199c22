const touches = ["pointerdown", "pointermove", "keydown", "wheel"] as const;

/** Tells of every sign that somebody is at this device. */
export const onTouch =
  (page: Pick<Window, "addEventListener" | "removeEventListener">) =>
  (listener: () => void): (() => void) => {
    for (const kind of touches)
      page.addEventListener(kind, listener, { passive: true });
    return () => {
      for (const kind of touches) page.removeEventListener(kind, listener);
    };
  };
