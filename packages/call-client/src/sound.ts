import type { CallPlatform } from "./call-platform.ts";

/** Reads how loud a track is now. */
export interface LevelMeter {
  /** From 0 (silence) to 1 (as loud as it gets); ask as often as you draw. */
  readonly level: () => number;
  readonly stop: () => void;
}

/** Measures a microphone before and during a call. A person's gesture may be needed before the browser lets it run. */
export const createLevelMeter = (
  platform: CallPlatform,
  track: MediaStreamTrack,
): LevelMeter => {
  const context = platform.createAudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  const samples = new Float32Array(analyser.fftSize);
  context
    .createMediaStreamSource(platform.createStream([track]))
    .connect(analyser);
  return {
    level: () => {
      analyser.getFloatTimeDomainData(samples);
      const power =
        samples.reduce((sum, sample) => sum + sample * sample, 0) /
        samples.length;
      // Speech lies between -60 and 0 dB; the ear hears in decibels.
      return Math.min(1, Math.max(0, 1 + (10 * Math.log10(power + 1e-9)) / 60));
    },
    stop: () => {
      void context.close();
    },
  };
};

/** Can this browser play on a chosen speaker? */
export const canChooseSpeaker = (): boolean =>
  "setSinkId" in HTMLMediaElement.prototype;

/** Plays an element on a speaker; where the browser cannot, or the speaker is gone, on the usual one. */
export const playOnSpeaker = async (
  element: HTMLMediaElement,
  deviceId: string | null,
): Promise<void> => {
  if (!canChooseSpeaker()) return;
  await element.setSinkId(deviceId ?? "").catch(() => undefined);
};

const toneDurationS = 0.8;

/** Plays a short tone of two notes on a speaker; settles when it is over. */
export const playTestTone = async (
  platform: CallPlatform,
  deviceId: string | null,
): Promise<void> => {
  const context = platform.createAudioContext();
  const choosing = context as AudioContext & {
    readonly setSinkId?: (id: string) => Promise<void>;
  }; // Chromium only
  await choosing.setSinkId?.(deviceId ?? "").catch(() => undefined);
  const volume = context.createGain();
  volume.connect(context.destination);
  volume.gain.setValueAtTime(0.2, context.currentTime);
  volume.gain.exponentialRampToValueAtTime(
    0.001,
    context.currentTime + toneDurationS,
  );
  const tone = context.createOscillator();
  tone.connect(volume);
  tone.frequency.setValueAtTime(523, context.currentTime);
  tone.frequency.setValueAtTime(784, context.currentTime + toneDurationS / 3);
  const ended = new Promise((resolve) => {
    tone.onended = resolve;
  });
  tone.start();
  tone.stop(context.currentTime + toneDurationS);
  await ended;
  await context.close();
};
