import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Screen } from "../session/screen.ts";
import { keepFocusInside } from "./keep-focus-inside.ts";
import { useFoundFocus } from "./use-found-focus.ts";
import { useReadable } from "./use-readable.ts";
import { useTexts, useWidget } from "./widget-context.ts";

const wideScreens: ReadonlySet<Screen["kind"]> = new Set(["call", "queue"]);

/** The dialog itself: its size by what it shows, Esc minimises, and the focus comes in and goes back. */
export function PanelFrame({
  screen,
  children,
}: {
  readonly screen: Screen;
  readonly children: ComponentChildren;
}) {
  const { panel, host, settings } = useWidget();
  const { t, language } = useTexts();
  const { branding } = useReadable(settings);
  const dialog = useRef<HTMLDivElement>(null);
  const isRinging = screen.kind === "incoming";
  useEffect(() => {
    // A ring must not take the keyboard from somebody who is typing in the page: Space would answer.
    if (!isRinging) dialog.current?.focus();
    return () => host.focusLauncher();
  }, []);
  useFoundFocus(dialog, screen.kind);
  const onKeyDown = (event: KeyboardEvent) => {
    if (
      event.key === "Escape" &&
      !event.defaultPrevented &&
      document.fullscreenElement === null
    )
      panel.close();
    else if (dialog.current !== null) keepFocusInside(dialog.current, event);
  };
  return (
    <div
      ref={dialog}
      class={`panel ${wideScreens.has(screen.kind) ? "wide" : ""} on-${screen.kind}`}
      role="dialog"
      aria-label={t("panel.title", { name: branding.productName })}
      lang={language}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}
