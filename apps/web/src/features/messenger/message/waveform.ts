const bars = 64;
const highest = 31;

/** Heights of the bars of a sound from 0 to 1; an even line where none are known. */
export function waveformOf(waveform: string | null): readonly number[] {
  const even = Array.from({ length: bars }, () => 0.12);
  if (waveform === null) return even;
  try {
    const bytes = Array.from(atob(waveform), (one) => one.charCodeAt(0));
    return bytes.length === 0
      ? even
      : bytes.map((byte) => Math.max(0.08, Math.min(1, byte / highest)));
  } catch {
    return even;
  }
}
