import type { Widget } from "./widget.ts";

/** The number on the launcher and the sounds: what calls the visitor's attention while they look elsewhere. */
export function drawAttention(widget: Widget): void {
  const { host, panel, client, sounds, screen, calls, powers } = widget;
  let unreadCount = 0;
  let stopRing: (() => void) | null = null;

  const showLauncher = () =>
    host.showLauncher({
      isHidden: panel.isOpen.get() || calls.current.get() !== null,
      unreadCount,
    });
  const count = () => {
    const all = client.get()?.conversations.get() ?? [];
    const now = all.reduce(
      (sum, conversation) => sum + conversation.unreadCount,
      0,
    );
    if (now === unreadCount) return;
    const isSeen = panel.isOpen.get() && powers.isPageVisible();
    if (now > unreadCount && !isSeen && calls.current.get() === null)
      sounds.message();
    unreadCount = now;
    host.emit("unread", { count: now });
    showLauncher();
  };
  const ring = () => {
    const isRinging = screen.get().kind === "incoming";
    if (isRinging && stopRing === null) {
      stopRing = sounds.ring();
      panel.open();
    }
    if (!isRinging) {
      stopRing?.();
      stopRing = null;
    }
  };
  panel.isOpen.subscribe(showLauncher);
  calls.current.subscribe(showLauncher);
  screen.subscribe(ring);
  client.subscribe(() => {
    client.get()?.conversations.subscribe(count);
    count();
  });
  showLauncher();
}
