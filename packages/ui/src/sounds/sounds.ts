import {
  callEndedPhrase,
  cameInPhrase,
  messagePhrases,
  ringPhrases,
  wentOutPhrase,
  type Phrase,
} from "./phrases.ts";
import { renderPhrase } from "./tone.ts";

export interface Sounds {
  /** Rings until the returned function is called; ringing twice at once is one ring. */
  readonly ring: (sound?: keyof typeof ringPhrases) => () => void;
  readonly message: (sound?: keyof typeof messagePhrases) => void;
  readonly callEnded: () => void;
  /** Somebody came into the call one is in, or left it. */
  readonly cameIn: () => void;
  readonly wentOut: () => void;
  /** To be called from a click or key: browsers keep sound off until the person has touched the page. */
  readonly unlock: () => void;
  readonly [Symbol.dispose]: () => void;
}

export interface SoundsOptions {
  /** `() => new AudioContext()` in a browser. Called at the first sound. */
  readonly createContext: () => AudioContext;
}

/** The product's sounds, synthesised: nothing is downloaded. A browser that refuses to play stays silent. */
export function createSounds({ createContext }: SoundsOptions): Sounds {
  let context: AudioContext | undefined;
  let ringing: AudioBufferSourceNode | undefined;

  const ready = (): AudioContext => {
    context ??= createContext();
    // Refused until the first gesture; the screen shows what the sound would have said.
    if (context.state === "suspended")
      void context.resume().catch(() => undefined);
    return context;
  };

  const start = (
    phrase: Phrase,
    repeat: "once" | "loop",
  ): AudioBufferSourceNode => {
    const audio = ready();
    const samples = renderPhrase(
      phrase.notes,
      phrase.lengthSeconds,
      audio.sampleRate,
    );
    const buffer = audio.createBuffer(1, samples.length, audio.sampleRate);
    buffer.copyToChannel(samples, 0);
    const source = audio.createBufferSource();
    source.buffer = buffer;
    source.loop = repeat === "loop";
    source.connect(audio.destination);
    source.start();
    return source;
  };

  const stopRing = () => {
    ringing?.stop();
    ringing = undefined;
  };

  return {
    ring: (sound = "bells") => {
      ringing ??= start(ringPhrases[sound], "loop");
      return stopRing;
    },
    message: (sound = "chime") => void start(messagePhrases[sound], "once"),
    callEnded: () => void start(callEndedPhrase, "once"),
    cameIn: () => void start(cameInPhrase, "once"),
    wentOut: () => void start(wentOutPhrase, "once"),
    unlock: () => void ready(),
    [Symbol.dispose]: () => {
      stopRing();
      void context?.close();
      context = undefined;
    },
  };
}
