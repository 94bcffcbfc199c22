import {
  longestWrapUpSeconds,
  type OutcomeId,
  type WrapUpOutcome,
  type WrapUpRules,
} from "@veche/contracts";
import { later } from "./later.ts";

/** Identifiers like any other; they stand here so that every installation begins with the same list. */
const outcomeId = (number: number): OutcomeId =>
  `00000000-0000-7000-8000-0000000001${String(number).padStart(2, "0")}` as OutcomeId;

/** What a session can come to until an administrator keeps another list. */
export const firstOutcomes: readonly WrapUpOutcome[] = [
  ["Вопрос решён", "Resolved"],
  ["Нужно продолжение", "Needs follow-up"],
  ["Передано коллегам", "Passed to colleagues"],
  ["Не решено", "Not resolved"],
].map(([ru = "", en = ""], index) => ({
  id: outcomeId(index + 1),
  ru,
  en,
  isOffered: true,
}));

/** The new rules; an outcome that is left out keeps its words, for it may have been chosen. */
export function rulesAfter(
  before: WrapUpRules,
  wanted: WrapUpRules,
): WrapUpRules {
  const isLeftOut = ({ id }: WrapUpOutcome) =>
    !wanted.outcomes.some((outcome) => outcome.id === id);
  return {
    seconds: wanted.seconds,
    outcomes: [
      ...wanted.outcomes,
      ...before.outcomes
        .filter(isLeftOut)
        .map((outcome) => ({ ...outcome, isOffered: false })),
    ],
  };
}

interface Extension {
  readonly since: Date;
  readonly until: Date;
  readonly now: Date;
  /** The time for a whole wrap-up. */
  readonly stepMs: number;
}

/** When a wrap-up ends that is given as much time again: an hour after its beginning at the latest. */
export function extendedUntil({ since, until, now, stepMs }: Extension): Date {
  const from = until > now ? until : now;
  const wished = later(from, stepMs);
  const latest = later(since, longestWrapUpSeconds * 1000);
  return wished < latest ? wished : latest;
}
