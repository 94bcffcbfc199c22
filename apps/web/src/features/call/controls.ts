import type { LocalMedia } from "@veche/call-client";

/** What the buttons and keys of a call do to my devices. */
export interface CallControls {
  readonly switchMicrophone: () => void;
  readonly switchCamera: () => void;
  readonly switchScreen: () => void;
}

export function createControls(
  media: Pick<
    LocalMedia,
    "state" | "turnOn" | "turnOff" | "startScreen" | "stopScreen"
  >,
): CallControls {
  const change = (source: "microphone" | "camera") => {
    const { kind } = media.state.get()[source];
    if (kind === "on") media.turnOff(source);
    if (kind === "off") void media.turnOn(source);
  };
  return {
    switchMicrophone: () => change("microphone"),
    switchCamera: () => change("camera"),
    switchScreen: () => {
      const { kind } = media.state.get().screen;
      if (kind === "on") media.stopScreen();
      if (kind === "off") void media.startScreen();
    },
  };
}
