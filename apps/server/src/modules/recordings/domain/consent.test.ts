import { describe, expect, it } from "vitest";
import { answerConsents, askFor, isAgreed } from "./consent.ts";

const now = new Date("2026-03-02T10:00:00.000Z");
const later = new Date("2026-03-02T10:05:00.000Z");
const asked = askFor(["minutes", "training"], 1);

describe("consent", () => {
  it("is not there until somebody says so", () => {
    expect(isAgreed(asked)).toBe(false);
  });

  it("is said for each purpose by itself; what is not named is refused", () => {
    const { consents, facts } = answerConsents(asked, {
      purposes: ["minutes"],
      textVersion: 2,
      now,
    });
    expect(consents).toEqual([
      {
        purpose: "minutes",
        answer: "given",
        textVersion: 2,
        answeredAt: now,
        givenAt: now,
      },
      {
        purpose: "training",
        answer: "refused",
        textVersion: 2,
        answeredAt: now,
        givenAt: null,
      },
    ]);
    expect(facts).toEqual([
      { type: "consent.given", purpose: "minutes" },
      { type: "consent.refused", purpose: "training" },
    ]);
    expect(isAgreed(consents)).toBe(true);
  });

  it("said again is no news; taken back it is withdrawn, and it is kept when it was given", () => {
    const agreed = answerConsents(asked, {
      purposes: ["minutes", "training"],
      textVersion: 1,
      now,
    }).consents;
    const again = {
      purposes: ["minutes", "training"],
      textVersion: 1,
    } as const;
    expect(answerConsents(agreed, { ...again, now: later }).facts).toEqual([]);
    const { consents, facts } = answerConsents(agreed, {
      purposes: [],
      textVersion: 1,
      now: later,
    });
    expect(facts.map(({ type }) => type)).toEqual([
      "consent.withdrawn",
      "consent.withdrawn",
    ]);
    expect(consents[0]).toMatchObject({ answeredAt: later, givenAt: now });
    expect(isAgreed(consents)).toBe(false);
  });

  it("for a purpose that nobody asked for changes nothing", () => {
    const [minutes] = askFor(["minutes"], 1);
    const { consents } = answerConsents([minutes!], {
      purposes: ["quality"],
      textVersion: 1,
      now,
    });
    expect(consents.map(({ purpose, answer }) => [purpose, answer])).toEqual([
      ["minutes", "refused"],
    ]);
  });
});
