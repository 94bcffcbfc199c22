import type { Call } from "@veche/contracts";
import { attempt, type Widget } from "./widget.ts";

/** Takes the call over from another tab or device. To be called from a click: it lets sound play. */
export function bringHere(widget: Widget, call: Call): void {
  widget.sounds.unlock();
  void attempt(widget, async () =>
    (await widget.callSlot.load()).takeSeat(call, "steal"),
  );
}
