import type {
  DeviceSource,
  LocalMediaSnapshot,
  Treatment,
} from "./local-media.ts";

/* `ideal`: a remembered device that is not plugged in today must not keep one from the call. */
const fromDevice = (deviceId: string | null): MediaTrackConstraints =>
  deviceId === null ? {} : { deviceId: { ideal: deviceId } };

const wanted: Readonly<Record<DeviceSource, MediaTrackConstraints>> = {
  microphone: {
    echoCancellation: true,
    autoGainControl: true,
  },
  camera: {
    width: { ideal: 1280 },
    height: { ideal: 720 },
    frameRate: { ideal: 30 },
  },
};

/** What is wished of a picture and a voice. */
const treatedAs = (
  treatments: Readonly<Record<Treatment, "off" | "on">>,
): Readonly<Record<DeviceSource, MediaTrackConstraints>> => ({
  microphone: { noiseSuppression: treatments.noise === "on" },
  // A browser that does not know it passes over it.
  camera: { backgroundBlur: treatments.blur === "on" },
});

/** What to ask the browser for. */
export const deviceConstraints = (
  sources: readonly DeviceSource[],
  { chosen, treatments }: Pick<LocalMediaSnapshot, "chosen" | "treatments">,
): MediaStreamConstraints => {
  const of = (source: DeviceSource): MediaTrackConstraints | false =>
    sources.includes(source) && {
      ...wanted[source],
      ...treatedAs(treatments)[source],
      ...fromDevice(chosen[source]),
    };
  return { audio: of("microphone"), video: of("camera") };
};

/** Text must stay sharp; a screen seldom moves. */
export const screenConstraints: DisplayMediaStreamOptions = {
  video: { frameRate: { ideal: 15, max: 30 } },
  audio: true,
};
