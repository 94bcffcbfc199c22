import type { Language } from "@veche/contracts";

interface RatingTexts {
  readonly title: string;
  readonly people: string;
  readonly technology: string;
  /** From 1 to 5. */
  readonly scores: readonly [string, string, string, string, string];
  readonly comment: string;
  readonly send: string;
  readonly skip: string;
  readonly close: string;
  readonly thanks: string;
  readonly failed: string;
}

/** They come with the form, so that whoever only writes doesn't load them. */
export const ratingTexts: Readonly<Record<Language, RatingTexts>> = {
  ru: {
    title: "Как всё прошло?",
    people: "Как мы вас обслужили?",
    technology: "Как работали звук, картинка и страница?",
    scores: ["Очень плохо", "Плохо", "Так себе", "Хорошо", "Отлично"],
    comment: "Хотите что-нибудь добавить?",
    send: "Отправить",
    skip: "Не сейчас",
    close: "Готово",
    thanks: "Спасибо за оценку!",
    failed: "Оценка не отправлена. Попробуйте ещё раз.",
  },
  en: {
    title: "How was it?",
    people: "How did we serve you?",
    technology: "How were sound, picture and page?",
    scores: ["Very bad", "Bad", "So-so", "Good", "Very good"],
    comment: "Anything to add?",
    send: "Send",
    skip: "Not now",
    close: "Done",
    thanks: "Thank you for the rating!",
    failed: "The rating was not sent. Please try again.",
  },
};
