import type { Widget } from "./widget.ts";

/**
 * Goes on where the last page was left: the visit of a known visitor is begun again, and the tab that had the call
 * takes its seat as soon as the server says that the call goes on.
 */
export function resumeWhatWas(widget: Widget): void {
  const { host, keys, visits, calls, callSlot, seat, line } = widget;
  const takeSeat = () => {
    const call = calls.current.get();
    if (
      call === null ||
      seat.get().kind !== "none" ||
      host.tab.read(keys.call) !== call.id
    )
      return;
    // A part that fails to load leaves "Continue here" on the screen.
    callSlot
      .load()
      .then((part) => part.takeSeat(call, "if-free"))
      .catch(() => undefined);
  };
  calls.current.subscribe(takeSeat);
  if (host.tab.read(keys.call) !== null) callSlot.load().catch(() => undefined);

  line.client.subscribe(() => {
    const visit = visits.state.get();
    if (host.identityToken !== null && visit.kind === "ready")
      host.emit("identified", { name: visit.visit.me.name });
  });
  // A failure shows when the visitor turns to us; nobody is troubled before.
  if (host.identityToken !== null)
    visits
      .identify(host.identityToken)
      .catch(() => visits.begin().catch(() => undefined));
  else if (host.shared.read(keys.visitor) !== null)
    visits.begin().catch(() => undefined);
}
