import { runCall } from "./calls.ts";
import type { Destination, Frame } from "./face.ts";
import type { createFrameSlot } from "./frame-slot.ts";
import type { Launcher } from "./launcher.ts";
import { languageOf } from "./options.ts";
import type { Said } from "./said.ts";
import type { VecheFace } from "./veche-face.ts";

interface FaceParts {
  readonly said: Said;
  readonly launcher: Promise<Launcher>;
  readonly slot: ReturnType<typeof createFrameSlot>;
  readonly on: VecheFace["on"];
  readonly report: (message: string, cause?: unknown) => void;
  readonly useWhenIdle: (act: (frame: Frame) => void) => void;
  readonly forgetVisitor: () => void;
}

/** A word the widget does not know opens the panel as it is. */
const destinations: Readonly<Record<string, Destination>> = {
  home: "home",
  chat: "chat",
  audio: "audio",
  video: "video",
};

/** The page's calls, each turned into what the launcher and the chat part are to do. */
export function createFace(parts: FaceParts): VecheFace {
  const { said, launcher, slot, on, report, useWhenIdle, forgetVisitor } =
    parts;
  const face: VecheFace = {
    push: (call) => runCall(face, call, report),
    open: (destination) =>
      slot.use((frame) => frame.open(destinations[destination ?? ""])),
    close: () => slot.useIfWanted((frame) => frame.close()),
    toggle: () =>
      slot.use((frame) => (frame.isOpen() ? frame.close() : frame.open())),
    identify(token) {
      said.identityToken = token;
      const tell = (frame: Frame) => frame.identify(token);
      if (slot.isWanted()) slot.use(tell);
      else useWhenIdle(tell);
    },
    setLanguage(tag) {
      const language = languageOf(tag);
      if (language === null) return;
      said.language = language;
      launcher
        .then((drawn) => drawn.setLanguage(language))
        // Not drawn: the language waits in `said`, and who raised the launcher reports why.
        .catch(() => undefined);
      slot.useIfWanted((frame) => frame.setLanguage(language));
    },
    reset() {
      said.identityToken = null;
      forgetVisitor();
      slot.useIfWanted((frame) => frame.reset());
    },
    on,
  };
  return face;
}
