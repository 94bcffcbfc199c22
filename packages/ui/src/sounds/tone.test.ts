import { describe, expect, it } from "vitest";
import { callEndedPhrase, messagePhrases, ringPhrases } from "./phrases.ts";
import { renderPhrase } from "./tone.ts";

describe.each([
  ...Object.entries(ringPhrases),
  ...Object.entries(messagePhrases),
  ["the end of a call", callEndedPhrase] as const,
])("%s", (_name, phrase) => {
  const samples = renderPhrase(phrase.notes, phrase.lengthSeconds, 8000);

  it("is heard, never clips, and begins and ends in silence so that it doesn't click", () => {
    const loudest = samples.reduce(
      (most, one) => Math.max(most, Math.abs(one)),
      0,
    );
    expect(loudest).toBeGreaterThan(0.1);
    expect(loudest).toBeLessThan(1);
    expect(Math.abs(samples[0] ?? 1)).toBeLessThan(0.001);
    expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(0.01);
  });
});
