import type {
  ConsentAnswer,
  DomainEventOf,
  RecordingPurpose,
} from "@veche/contracts";

/** What one person says to one purpose. */
export interface ConsentRecord {
  readonly purpose: RecordingPurpose;
  readonly answer: ConsentAnswer;
  /** Of the wording that was answered last. */
  readonly textVersion: number;
  readonly answeredAt: Date | null;
  /** When it was given first, whatever came after. */
  readonly givenAt: Date | null;
}

export type ConsentFact = DomainEventOf<
  "consent.given" | "consent.refused" | "consent.withdrawn"
>["type"];

export interface Answering {
  /** What is agreed to; every other purpose is not. */
  readonly purposes: readonly RecordingPurpose[];
  readonly textVersion: number;
  readonly now: Date;
}

/** Nobody has answered yet. */
export const askFor = (
  purposes: readonly RecordingPurpose[],
  textVersion: number,
): readonly ConsentRecord[] =>
  purposes.map((purpose) => ({
    purpose,
    answer: "asked",
    textVersion,
    answeredAt: null,
    givenAt: null,
  }));

/** To be written, one yes is enough. */
export const isAgreed = (consents: readonly ConsentRecord[]): boolean =>
  consents.some(({ answer }) => answer === "given");

/** The answers after this one, and what it made true of each purpose. The same answer again makes nothing true. */
export function answerConsents(
  consents: readonly ConsentRecord[],
  answering: Answering,
): {
  readonly consents: readonly ConsentRecord[];
  readonly facts: readonly {
    readonly type: ConsentFact;
    readonly purpose: RecordingPurpose;
  }[];
} {
  const { purposes, textVersion, now } = answering;
  const answered = consents.map((consent) => {
    const answer = purposes.includes(consent.purpose)
      ? "given"
      : withoutYes(consent.answer);
    if (answer === consent.answer) return consent;
    const givenAt =
      answer === "given" ? (consent.givenAt ?? now) : consent.givenAt;
    return { ...consent, answer, textVersion, answeredAt: now, givenAt };
  });
  return {
    consents: answered,
    facts: answered.flatMap(({ purpose, answer }, place) =>
      answer === consents[place]?.answer || answer === "asked"
        ? []
        : [{ type: `consent.${answer}` as const, purpose }],
    ),
  };
}

/** What an answer becomes when its purpose is not agreed to. */
function withoutYes(present: ConsentAnswer): ConsentAnswer {
  switch (present) {
    case "asked":
      return "refused";
    case "given":
      return "withdrawn";
    case "refused":
    case "withdrawn":
      return present;
  }
}
