import type { Note } from "./tone.ts";

interface Phrase {
  readonly notes: readonly Note[];
  readonly lengthSeconds: number;
}

/** A note of the given loudness (0–1): pitch, start and length in seconds. */
const at =
  (loudness: number) =>
  (hertz: number, fromSeconds: number, lengthSeconds: number): Note => ({
    hertz,
    fromSeconds,
    lengthSeconds,
    loudness,
  });
const [loud, middle, soft] = [at(0.4), at(0.3), at(0.22)];

/** Loops while a call rings: two rising calls of a bell, then silence. */
export const ringPhrase: Phrase = {
  notes: [
    loud(587.33, 0, 0.9),
    loud(880, 0.16, 0.9),
    middle(1174.66, 0.32, 1.1),
    loud(587.33, 0.8, 0.9),
    loud(880, 0.96, 1.1),
  ],
  lengthSeconds: 2.6,
};

export const messagePhrase: Phrase = {
  notes: [soft(783.99, 0, 0.28), soft(1046.5, 0.09, 0.4)],
  lengthSeconds: 0.55,
};

export const callEndedPhrase: Phrase = {
  notes: [
    middle(659.26, 0, 0.35),
    middle(493.88, 0.16, 0.4),
    middle(329.63, 0.32, 0.6),
  ],
  lengthSeconds: 1,
};
