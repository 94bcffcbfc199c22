import { describe, expect, it } from "vitest";
import { answerFor, type AnswerSources } from "./fill-in.ts";

const maria: AnswerSources = {
  customer: {
    name: "Мария",
    externalId: "42",
    language: "ru",
    pageTitle: "Доставка",
  },
  operatorName: "Борис",
  company: "Лавка",
};

const text =
  "{{customer.name}}, {{operator.name}}, {{company}}, {{page.title}}";

describe("a canned answer that is inserted", () => {
  it("names the customer, the operator, the company and the page", () => {
    expect(answerFor(maria, text)).toBe("Мария, Борис, Лавка, Доставка");
  });

  it.each([
    ["ru", "покупатель, оператор, наша компания, наш сайт"],
    ["en", "customer, the operator, our company, our site"],
  ] as const)(
    "stays readable in the customer's language (%s) where nothing is known",
    (language, words) => {
      const unknown: AnswerSources = {
        customer: {
          name: "Посетитель 1234",
          externalId: null,
          language,
          pageTitle: null,
        },
        operatorName: "",
        company: " ",
      };
      expect(answerFor(unknown, text)).toBe(words);
    },
  );
});
