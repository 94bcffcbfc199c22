/** What the sender measured in the browser: trusted for how a file looks, never for what it is. */
export interface Measures {
  readonly durationMs: number | null;
  readonly width: number | null;
  readonly height: number | null;
  /** 64 peaks from 0 to 31, base64 of one byte each. */
  readonly waveform: string | null;
}

export type ReadMeasures =
  | { readonly ok: true; readonly measures: Measures }
  | { readonly ok: false; readonly field: keyof Measures };

const dayMs = 86_400_000;
const maxPixels = 20_000;
const peakCount = 64;
const highestPeak = 31;

/** Absent means not measured; anything that can't be true is refused by its name. */
export function readMeasures(told: ReadonlyMap<string, string>): ReadMeasures {
  const measures = {
    durationMs: wholeWithin(told.get("durationMs"), dayMs),
    width: wholeWithin(told.get("width"), maxPixels),
    height: wholeWithin(told.get("height"), maxPixels),
    waveform: readWaveform(told.get("waveform")),
  };
  const fields = ["durationMs", "width", "height", "waveform"] as const;
  const wrong = fields.find((field) => measures[field] === undefined);
  if (wrong !== undefined) return { ok: false, field: wrong };
  const { durationMs = null, width = null, height = null } = measures;
  const { waveform = null } = measures;
  return { ok: true, measures: { durationMs, width, height, waveform } };
}

/** Null: not told. Undefined: told wrongly. */
function wholeWithin(
  text: string | undefined,
  max: number,
): number | null | undefined {
  if (text === undefined || text === "") return null;
  const value = Number(text);
  return /^\d{1,9}$/.test(text) && value >= 1 && value <= max
    ? value
    : undefined;
}

function readWaveform(text: string | undefined): string | null | undefined {
  if (text === undefined || text === "") return null;
  if (!/^[A-Za-z0-9+/]{86}==$/.test(text)) return undefined;
  const peaks = Buffer.from(text, "base64");
  return peaks.length === peakCount &&
    peaks.every((peak) => peak <= highestPeak)
    ? text
    : undefined;
}
