import { execFileSync } from "node:child_process";
import { isTimed } from "../timed.ts";

/** Somebody whose camera flashes in a colour of their own and whose microphone beeps in a tone of their own. */
export interface Beater {
  readonly colour: "red" | "green" | "blue";
  readonly hertz: number;
  /** Where in each period the beat begins, so that no two beat together. */
  readonly phaseMs: number;
}

const periodMs = 1_500;
const beatMs = 240;

/**
 * Put before a page's own scripts: in the place of camera and microphone come a canvas that flashes and a tone that
 * beeps at the same instants. `vecheBeats` counts those that are over.
 */
export const beaterScript = ({
  colour,
  hertz,
  phaseMs,
}: Beater): string => `(() => {
  let stage;
  globalThis.vecheBeats = 0;
  const open = () => {
    const canvas = document.createElement("canvas");
    canvas.width = 320;
    canvas.height = 180;
    const picture = canvas.getContext("2d");
    const audio = new AudioContext();
    const tone = new OscillatorNode(audio, { frequency: ${hertz} });
    const volume = new GainNode(audio, { gain: 0 });
    const sound = audio.createMediaStreamDestination();
    tone.connect(volume).connect(sound);
    tone.start();
    let wasOn = false;
    let drawnAt = 0;
    setInterval(() => {
      const now = Date.now();
      const isOn = (now + ${periodMs - phaseMs}) % ${periodMs} < ${beatMs};
      if (isOn === wasOn && now - drawnAt < 40) return;
      if (wasOn && !isOn) globalThis.vecheBeats += 1;
      wasOn = isOn;
      drawnAt = now;
      picture.fillStyle = isOn ? "${pure[colour]}" : "#000";
      picture.fillRect(0, 0, 320, 180);
      // Something always moves, or no frame would be sent.
      picture.fillStyle = "#222";
      picture.fillRect((now / 20) % 320, 170, 8, 8);
      volume.gain.value = isOn ? 0.5 : 0;
    }, 5);
    return { canvas, sound };
  };
  navigator.mediaDevices.getUserMedia = async ({ audio, video }) => {
    stage ??= open();
    return new MediaStream([
      ...(audio ? stage.sound.stream.getAudioTracks().map((track) => track.clone()) : []),
      ...(video ? stage.canvas.captureStream().getVideoTracks() : []),
    ]);
  };
})();`;

const pure = { red: "#f00", green: "#0f0", blue: "#00f" } as const;
const channels = { red: 0, green: 1, blue: 2 } as const;

/** When a flash or a beep begins, milliseconds into the film. */
type Onset = number;

export interface Beats {
  readonly flashes: readonly Onset[];
  readonly beeps: readonly Onset[];
}

const size = { width: 64, height: 36 } as const;
const framesPerSecond = 25;

/** Whose beats are in a film: wherever the layout puts them, however the sound is mixed. */
export function beatsIn(
  film: string,
  beaters: readonly Beater[],
): readonly Beats[] {
  const frames = decode(film, [
    ...["-vf", `scale=${size.width}:${size.height},fps=${framesPerSecond}`],
    ...["-f", "rawvideo", "-pix_fmt", "rgb24"],
  ]);
  const sound = decode(film, [
    ...["-ac", "1", "-ar", String(rate), "-f", "s16le"],
  ]);
  return beaters.map((beater) => ({
    flashes: onsets(coloured(frames, beater), 1_000 / framesPerSecond),
    beeps: onsets(sounding(sound, beater), hopMs),
  }));
}

const decode = (film: string, how: readonly string[]): Buffer =>
  execFileSync("ffmpeg", ["-v", "error", "-i", film, ...how, "-"], {
    maxBuffer: 512 * 1024 ** 2,
  });

const bright = 140;
const dark = 90;
/** Of 2,304: a flash fills a cell of the screen. */
const leastPoints = 60;

/** Frame by frame: is enough of it in the beater's colour? */
function coloured(frames: Buffer, { colour }: Beater): readonly boolean[] {
  const own = channels[colour];
  const frameBytes = size.width * size.height * 3;
  return Array.from({ length: frames.length / frameBytes }, (_, index) => {
    let points = 0;
    for (let at = index * frameBytes; at < (index + 1) * frameBytes; at += 3) {
      const isOwn = [0, 1, 2].every((channel) => {
        const value = frames[at + channel] ?? 0;
        return channel === own ? value > bright : value < dark;
      });
      if (isOwn) points += 1;
    }
    return points >= leastPoints;
  });
}

const rate = 8_000;
const hopMs = 5;
const windowSamples = 160;
/** Of the loudest there is of this tone … */
const audible = 0.25;
/** … and never less: where nobody beeps is noise. */
const leastAmplitude = (0.02 * 32_768 * windowSamples) / 2;

/** Every 5 ms: does the beater's tone sound (Goertzel's algorithm)? */
function sounding(sound: Buffer, { hertz }: Beater): readonly boolean[] {
  const hop = (rate * hopMs) / 1_000;
  const count = Math.floor((sound.length / 2 - windowSamples) / hop);
  const turn = 2 * Math.cos((2 * Math.PI * hertz) / rate);
  const amplitudes = Array.from({ length: Math.max(0, count) }, (_, index) => {
    let [last, before] = [0, 0];
    for (let n = 0; n < windowSamples; n += 1) {
      // The middle of the window is what the instant is.
      const sample = sound.readInt16LE((index * hop + n) * 2);
      [last, before] = [sample + turn * last - before, last];
    }
    return Math.sqrt(last ** 2 + before ** 2 - turn * last * before);
  });
  const loudest = amplitudes.reduce((most, one) => Math.max(most, one), 0);
  const least = Math.max(loudest * audible, leastAmplitude);
  const half = windowSamples / hop / 2;
  return [
    ...Array.from({ length: half }, () => false),
    ...amplitudes.map((one) => one > least),
  ];
}

/** A beat begins after this much of nothing. */
const restMs = 400;
/** One that was cut short by a switch tells nothing of its beginning. */
const wholeMs = beatMs * 0.6;

function onsets(beats: readonly boolean[], stepMs: number): readonly Onset[] {
  const found: { readonly from: number; to: number }[] = [];
  for (const [index, isOn] of beats.entries()) {
    if (!isOn) continue;
    const last = found.at(-1);
    if (last !== undefined && index - last.to <= restMs / stepMs)
      last.to = index;
    else found.push({ from: index, to: index });
  }
  return found
    .filter(({ from, to }) => (to - from + 1) * stepMs >= wholeMs)
    .map(({ from }) => from * stepMs);
}

/** Half of the shortest way from one beat of a person to the next. */
const nearMs = 500;

/**
 * As far as a flash and its beep may lie apart, milliseconds. Browsers that share a machine with others hand their sound
 * on late themselves: up to 160 ms were seen.
 */
export const inStep = isTimed
  ? { median: 40, worst: 120 }
  : { median: 200, worst: 300 };

/** Each flash with a beep near it: how much later the flash is, and when. */
export const distances = ({
  flashes,
  beeps,
}: Beats): readonly { readonly atMs: number; readonly byMs: number }[] =>
  flashes.flatMap((atMs) => {
    const near = beeps
      .map((beep) => atMs - beep)
      .toSorted((a, b) => Math.abs(a) - Math.abs(b))[0];
    return near === undefined || Math.abs(near) > nearMs
      ? []
      : [{ atMs, byMs: near }];
  });
