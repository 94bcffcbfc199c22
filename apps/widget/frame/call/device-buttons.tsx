import type { LocalMedia, LocalMediaSnapshot } from "@veche/call-client";
import {
  iconMicrophone,
  iconMicrophoneOff,
  iconVideo,
  iconVideoOff,
} from "@veche/ui";
import { IconButton } from "../parts/icon-button.tsx";
import { useTexts } from "../parts/widget-context.ts";

interface DeviceButtonProps {
  readonly media: LocalMedia;
  readonly state: LocalMediaSnapshot;
}

/** Turns a source on or off, whichever it is not. */
export function flip(media: LocalMedia, source: "microphone" | "camera"): void {
  if (media.state.get()[source].kind === "on") media.turnOff(source);
  else void media.turnOn(source);
}

export function MicrophoneButton({ media, state }: DeviceButtonProps) {
  const { t } = useTexts();
  const isOn = state.microphone.kind === "on";
  return (
    <IconButton
      icon={isOn ? iconMicrophone : iconMicrophoneOff}
      label={t(isOn ? "call.muteMicrophone" : "call.unmuteMicrophone")}
      tone={isOn ? "stage" : "off"}
      onPress={() => flip(media, "microphone")}
    />
  );
}

export function CameraButton({ media, state }: DeviceButtonProps) {
  const { t } = useTexts();
  const isOn = state.camera.kind === "on";
  return (
    <IconButton
      icon={isOn ? iconVideo : iconVideoOff}
      label={t(isOn ? "call.cameraOff" : "call.cameraOn")}
      tone={isOn ? "stage" : "off"}
      onPress={() => flip(media, "camera")}
    />
  );
}

/** Microphone and camera side by side. */
export function DeviceButtons({ media, state }: DeviceButtonProps) {
  return (
    <>
      <MicrophoneButton media={media} state={state} />
      <CameraButton media={media} state={state} />
    </>
  );
}
