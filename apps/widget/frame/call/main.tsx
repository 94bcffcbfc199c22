import callCss from "../look/call.css?inline";
import { adoptSheet } from "../look/adopt-sheet.ts";
import type { CallPart } from "../session/call-part.ts";
import type { Widget } from "../session/widget.ts";
import { CallBar } from "./call-bar.tsx";
import { CallContext } from "./call-context.ts";
import { CallControlOfTab } from "./call-control.ts";
import { CallStage } from "./call-stage.tsx";
import { PrejoinScreen } from "./prejoin-screen.tsx";
import { QueueScreen } from "./queue-screen.tsx";
import { createRemoteSound } from "./remote-sound.ts";

/** The call part: loaded at the first call, lives as long as the page. */
export function createCallPart(widget: Widget): CallPart {
  const control = new CallControlOfTab(widget);
  adoptSheet(widget.host.root, callCss);
  const sound = createRemoteSound(control, widget.host.root);
  const inCall = { control, sound };
  return {
    async prepare(media) {
      await control
        .openMedia()
        .turnOn(
          "microphone",
          ...(media === "video" ? (["camera"] as const) : []),
        );
    },
    release: control.releaseMedia,
    start: control.start,
    answer: control.answer,
    takeSeat: control.takeSeat,
    close: control.close,
    Prejoin: ({ media }) => (
      <CallContext.Provider value={inCall}>
        <PrejoinScreen media={media} />
      </CallContext.Provider>
    ),
    Queue: () => (
      <CallContext.Provider value={inCall}>
        <QueueScreen />
      </CallContext.Provider>
    ),
    CallStage: ({ call }) => (
      <CallContext.Provider value={inCall}>
        <CallStage call={call} />
      </CallContext.Provider>
    ),
    CallBar: ({ call }) => (
      <CallContext.Provider value={inCall}>
        <CallBar call={call} />
      </CallContext.Provider>
    ),
  };
}
