import { useEffect } from "preact/hooks";
import { ChatScreen } from "./chat/chat-screen.tsx";
import { HomeScreen } from "./home/home-screen.tsx";
import { IncomingScreen } from "./incoming/incoming-screen.tsx";
import { ElsewhereBar } from "./outcome/elsewhere-bar.tsx";
import { ElsewhereScreen } from "./outcome/elsewhere-screen.tsx";
import { EndedScreen } from "./outcome/ended-screen.tsx";
import { CallPartGate } from "./parts/call-part-gate.tsx";
import { PanelFrame } from "./parts/panel-frame.tsx";
import { useReadable } from "./parts/use-readable.ts";
import { useWidget } from "./parts/widget-context.ts";
import type { Screen } from "./session/screen.ts";
import {
  refreshAtOpening,
  refreshSettings,
} from "./session/refresh-settings.ts";

function ScreenView({ screen }: { readonly screen: Screen }) {
  switch (screen.kind) {
    case "home":
      return <HomeScreen />;
    case "chat":
      return <ChatScreen />;
    case "incoming":
      return <IncomingScreen call={screen.call} />;
    case "elsewhere":
      return <ElsewhereScreen call={screen.call} />;
    case "ended":
      return <EndedScreen outcome={screen.outcome} />;
    case "prejoin":
      return (
        <CallPartGate
          draw={({ Prejoin }) => <Prejoin media={screen.media} />}
        />
      );
    case "queue":
      return <CallPartGate draw={({ Queue }) => <Queue />} />;
    case "call":
      return (
        <CallPartGate
          draw={({ CallStage }) => <CallStage call={screen.call} />}
        />
      );
  }
}

/** Closed, the call's small bar; open, the one screen that matters now. */
export function App() {
  const widget = useWidget();
  const screen = useReadable(widget.screen);
  const isOpen = useReadable(widget.panel.isOpen);
  const slot = useReadable(widget.callSlot.state);
  const call = useReadable(widget.calls.current);
  const seat = useReadable(widget.seat);
  useEffect(() => {
    if (isOpen) void refreshSettings(widget);
  }, [widget, isOpen]);
  const settings = useReadable(widget.settings);
  useEffect(() => refreshAtOpening(widget), [widget, settings]);
  if (isOpen)
    return (
      <PanelFrame screen={screen}>
        <ScreenView screen={screen} />
      </PanelFrame>
    );
  if (call === null) return null;
  if (screen.kind === "elsewhere") return <ElsewhereBar call={call} />;
  if (slot.kind !== "ready" || seat.kind === "none") return null;
  const { CallBar } = slot.part;
  return <CallBar call={call} />;
}
