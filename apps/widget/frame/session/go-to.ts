import type { Destination } from "../../loader/face.ts";
import { attempt, type Widget } from "./widget.ts";

/** Opens the panel where the visitor (or the page, by `Veche.open("video")`) wants to be. */
export function goTo(widget: Widget, destination: Destination): void {
  widget.panel.open();
  widget.sounds.unlock();
  widget.outcome.set(null);
  widget.failure.set(null);
  if (destination === "home") {
    widget.wish.set({ kind: "home" });
    return;
  }
  if (destination === "chat") {
    widget.wish.set({ kind: "chat" });
    void attempt(widget, widget.line.connected);
    return;
  }
  widget.wish.set({ kind: "prejoin", media: destination });
  // By the time of the call the line is there; what fails now is told then.
  widget.line.connected().catch(() => undefined);
  // The devices are asked for from this very click, or some browsers would refuse them.
  void widget.callSlot.load().then(
    (part) => part.prepare(destination),
    // The screen says so and offers to try again.
    () => undefined,
  );
}
