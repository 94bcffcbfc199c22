/** One note: pitch, when it begins and how long it sounds, in seconds; loudness 0–1. */
export interface Note {
  readonly hertz: number;
  readonly fromSeconds: number;
  readonly lengthSeconds: number;
  readonly loudness: number;
}

const attackSeconds = 0.012;

/**
 * Samples of a phrase of soft, bell-like notes: each rises at once and dies away, with a quiet octave and a
 * twelfth above it. Pure, so that a phrase can be checked without hearing it.
 */
export function renderPhrase(
  notes: readonly Note[],
  lengthSeconds: number,
  sampleRate: number,
): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(Math.ceil(lengthSeconds * sampleRate));
  for (const note of notes) {
    const first = Math.floor(note.fromSeconds * sampleRate);
    const count = Math.floor(note.lengthSeconds * sampleRate);
    for (
      let index = 0;
      index < count && first + index < samples.length;
      index += 1
    ) {
      const seconds = index / sampleRate;
      const turn = 2 * Math.PI * note.hertz * seconds;
      const wave =
        Math.sin(turn) + 0.28 * Math.sin(2 * turn) + 0.09 * Math.sin(3 * turn);
      const rise = Math.min(1, seconds / attackSeconds);
      const fall =
        Math.exp((-4.5 * seconds) / note.lengthSeconds) * (1 - index / count);
      const place = first + index;
      samples[place] =
        (samples[place] ?? 0) + (note.loudness * wave * rise * fall) / 1.37;
    }
  }
  return samples;
}
