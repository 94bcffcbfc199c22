import type { Frame } from "../../loader/face.ts";
import { widgetTranslator } from "../texts/translator.ts";
import { goTo } from "./go-to.ts";
import { refreshSettings } from "./refresh-settings.ts";
import type { Widget } from "./widget.ts";

/** What the page may do to the chat part, through the loader. */
export function frameFace(widget: Widget): Frame {
  const { panel, host, visits, line, calls, requests, callSlot } = widget;
  const closeCall = () => {
    const state = callSlot.state.get();
    if (state.kind === "ready") state.part.close();
  };
  return {
    open(destination) {
      const isBusy = calls.current.get() !== null;
      if (destination === undefined || isBusy) panel.open();
      else goTo(widget, destination);
      void refreshSettings(widget);
    },
    close: panel.close,
    isOpen: panel.isOpen.get,
    identify(token) {
      visits.identify(token).then(
        ({ me }) => host.emit("identified", { name: me.name }),
        () => {
          const state = visits.state.get();
          if (state.kind === "failed")
            host.emit("failed", { code: state.code });
        },
      );
    },
    setLanguage: (language) => widget.texts.set(widgetTranslator(language)),
    reset() {
      closeCall();
      panel.close();
      line.close();
      visits.forget();
      calls.clear();
      requests.take(null);
      widget.seat.set({ kind: "none" });
      widget.outcome.set(null);
      widget.wish.set({ kind: "home" });
      host.tab.remove(widget.keys.call);
    },
  };
}
