import type { Language, RatingFields } from "@veche/contracts";

export interface LowRatingLetter {
  readonly subject: string;
  readonly text: string;
}

interface LowRating {
  readonly rating: RatingFields;
  readonly operatorName: string | null;
  /** The session in the history. */
  readonly pageUrl: string;
}

const words = {
  ru: {
    subject: (name: string) => `Низкая оценка сеанса: ${name}`,
    nobody: "оператор не указан",
    people: (score: number) => `Общение: ${String(score)} из 5`,
    technology: (score: number) => `Связь и страница: ${String(score)} из 5`,
    comment: "Комментарий клиента — на странице сеанса:",
    page: "Сеанс в истории:",
  },
  en: {
    subject: (name: string) => `Low rating of a session: ${name}`,
    nobody: "no operator",
    people: (score: number) => `People: ${String(score)} of 5`,
    technology: (score: number) => `Connection and page: ${String(score)} of 5`,
    comment: "The customer's comment stands on the session's page:",
    page: "The session in the history:",
  },
} as const;

/** Tells a supervisor that a customer was not content. What the customer wrote does not leave the house. */
export function lowLetter(
  language: Language,
  { rating, operatorName, pageUrl }: LowRating,
): LowRatingLetter {
  const own = words[language];
  const { people, technology, comment } = rating;
  const scores = [
    ...(people === null ? [] : [own.people(people)]),
    ...(technology === null ? [] : [own.technology(technology)]),
  ];
  return {
    subject: own.subject(operatorName ?? own.nobody),
    text: [
      scores.join("\n"),
      `${comment === "" ? own.page : own.comment}\n${pageUrl}`,
    ].join("\n\n"),
  };
}
