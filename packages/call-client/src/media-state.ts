import type { MediaState } from "@veche/contracts";
import type { LocalMediaSnapshot } from "./local-media.ts";

/** What the others are told I send. */
export const mediaStateOf = ({
  microphone,
  camera,
  screen,
}: LocalMediaSnapshot): MediaState => ({
  microphone: microphone.kind === "on",
  camera: camera.kind === "on",
  screen: screen.kind === "on",
});
