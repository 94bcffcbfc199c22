const focusable =
  'button:not([disabled]), [href], input, select, textarea, video[controls], [tabindex]:not([tabindex="-1"])';

/** Covers the panel the whole window (a phone, full screen), so that nothing behind it can be seen? */
function isCovering(dialog: HTMLElement): boolean {
  const { width, height } = dialog.getBoundingClientRect();
  return width >= innerWidth - 1 && height >= innerHeight - 1;
}

/** Tab goes round inside a dialog that covers the page; beside the page it goes on into the page. */
export function keepFocusInside(
  dialog: HTMLElement,
  event: KeyboardEvent,
): void {
  if (event.key !== "Tab" || !isCovering(dialog)) return;
  const stops = [...dialog.querySelectorAll<HTMLElement>(focusable)].filter(
    (one) => one.offsetParent !== null,
  );
  const [first, last] = [stops[0], stops.at(-1)];
  const root = dialog.getRootNode();
  const active =
    root instanceof ShadowRoot ? root.activeElement : document.activeElement;
  const edge = event.shiftKey ? first : last;
  if (active !== edge && active !== dialog) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
