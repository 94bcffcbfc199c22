import { expect, it } from "vitest";
import { waveformOf } from "../message/waveform.ts";
import { peaksOf, waveformText } from "./measures.ts";

it("draws a sound by its loudest moments, the loudest at full height", () => {
  const samples = Float32Array.from({ length: 6400 }, (_, at) =>
    at < 3200 ? 0.1 : -0.4,
  );
  const peaks = peaksOf(samples);
  expect(peaks).toHaveLength(64);
  expect(peaks[0]).toBe(8);
  expect(peaks[63]).toBe(31);
});

it("is silent for silence, and says so in the contract's 88 characters", () => {
  const text = waveformText(peaksOf(new Float32Array(100)));
  expect(text).toMatch(/^[A-Za-z0-9+/]{86}==$/);
  expect(waveformOf(text)).toHaveLength(64);
});
