/** What a sender measures of sound and video; the server looks at pictures by itself. */
export interface Measures {
  readonly durationMs?: number;
  readonly width?: number;
  readonly height?: number;
  /** 64 peaks from 0 to 31, base64 of one byte each. */
  readonly waveform?: string;
}

const peakCount = 64;
const highestPeak = 31;

/** The loudest moment of each of 64 stretches, the loudest of all at full height. */
export function peaksOf(samples: Float32Array): readonly number[] {
  const stretch = Math.max(1, Math.floor(samples.length / peakCount));
  const loudest = Array.from({ length: peakCount }, (_, index) => {
    let peak = 0;
    const end = Math.min(samples.length, (index + 1) * stretch);
    for (let at = index * stretch; at < end; at += 1)
      peak = Math.max(peak, Math.abs(samples[at] ?? 0));
    return peak;
  });
  const top = Math.max(...loudest, 0.01);
  return loudest.map((peak) => Math.round((peak / top) * highestPeak));
}

/** Peaks as the contract carries them. */
export const waveformText = (peaks: readonly number[]): string =>
  btoa(String.fromCharCode(...peaks));
