import type { Note } from "./tone.ts";

export interface Phrase {
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

/** Two rising calls of a bell, then silence. */
const bells: Phrase = {
  notes: [
    loud(587.33, 0, 0.9),
    loud(880, 0.16, 0.9),
    middle(1174.66, 0.32, 1.1),
    loud(587.33, 0.8, 0.9),
    loud(880, 0.96, 1.1),
  ],
  lengthSeconds: 2.6,
};

/** A line of wooden bars, up and down. */
const marimba: Phrase = {
  notes: [
    loud(523.25, 0, 0.3),
    loud(659.26, 0.15, 0.3),
    loud(783.99, 0.3, 0.3),
    loud(1046.5, 0.45, 0.45),
    middle(783.99, 0.75, 0.3),
    middle(659.26, 0.9, 0.45),
  ],
  lengthSeconds: 2.2,
};

/** Two low calls, as of a telephone on a desk. */
const pulse: Phrase = {
  notes: [
    loud(440, 0, 0.5),
    middle(554.37, 0, 0.5),
    loud(440, 0.6, 0.5),
    middle(554.37, 0.6, 0.5),
  ],
  lengthSeconds: 2.4,
};

/** What loops while a call rings. */
export const ringPhrases = { bells, marimba, pulse } as const;

/** What a new message sounds like. */
export const messagePhrases = {
  chime: {
    notes: [soft(783.99, 0, 0.28), soft(1046.5, 0.09, 0.4)],
    lengthSeconds: 0.55,
  },
  drop: {
    notes: [soft(1318.51, 0, 0.14), soft(880, 0.07, 0.3)],
    lengthSeconds: 0.45,
  },
  knock: {
    notes: [middle(196, 0, 0.12), middle(174.61, 0.13, 0.16)],
    lengthSeconds: 0.4,
  },
  pluck: { notes: [middle(659.26, 0, 0.5)], lengthSeconds: 0.6 },
} as const satisfies Record<string, Phrase>;

/** Somebody came into the call: two soft notes up. */
export const cameInPhrase: Phrase = {
  notes: [soft(523.25, 0, 0.18), soft(783.99, 0.1, 0.3)],
  lengthSeconds: 0.5,
};

/** Somebody left it: the same two down. */
export const wentOutPhrase: Phrase = {
  notes: [soft(783.99, 0, 0.18), soft(523.25, 0.1, 0.3)],
  lengthSeconds: 0.5,
};

export const callEndedPhrase: Phrase = {
  notes: [
    middle(659.26, 0, 0.35),
    middle(493.88, 0.16, 0.4),
    middle(329.63, 0.32, 0.6),
  ],
  lengthSeconds: 1,
};
