import { createSounds } from "@veche/ui";
import { render } from "preact";
import type { Frame, FrameHost } from "../loader/face.ts";
import { App } from "./app.tsx";
import { widgetPowers } from "./browser.ts";
import { adoptLook } from "./look/adopt-look.ts";
import { WidgetContext } from "./parts/widget-context.ts";
import { drawAttention } from "./session/attention.ts";
import { frameFace } from "./session/frame-face.ts";
import { resumeWhatWas } from "./session/resume.ts";
import { createWidget } from "./session/widget.ts";

/** The chat part: what the loader imports at the first opening. */
export function mountFrame(host: FrameHost): Frame {
  const { createAudioContext } = widgetPowers;
  const widget = createWidget({
    host,
    powers: widgetPowers,
    sounds: createSounds({ createContext: createAudioContext }),
    importCallPart: async () => {
      const { createCallPart } = await import("./call/main.tsx");
      return createCallPart(widget);
    },
  });
  adoptLook(host.root, host.settings.branding.accentColour);
  const place = document.createElement("div");
  place.className = `veche ${host.side}`;
  place.dataset["scheme"] = host.theme;
  host.root.append(place);
  drawAttention(widget);
  render(
    <WidgetContext.Provider value={widget}>
      <App />
    </WidgetContext.Provider>,
    place,
  );
  resumeWhatWas(widget);
  return frameFace(widget);
}
