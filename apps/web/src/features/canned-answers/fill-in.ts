import {
  filledIn,
  type CannedAnswerVariable,
  type Customer,
  type Language,
} from "@veche/contracts";

/** What stands where nothing is known, in the language of the customer who reads it. */
const fallbacks: Readonly<
  Record<Language, Readonly<Record<CannedAnswerVariable, string>>>
> = {
  ru: {
    "customer.name": "покупатель",
    "operator.name": "оператор",
    company: "наша компания",
    "page.title": "наш сайт",
  },
  en: {
    "customer.name": "customer",
    "operator.name": "the operator",
    company: "our company",
    "page.title": "our site",
  },
};

/** What the variables of an answer are taken from. */
export interface AnswerSources {
  readonly customer: Pick<
    Customer,
    "name" | "externalId" | "language" | "pageTitle"
  >;
  readonly operatorName: string;
  readonly company: string;
}

/** The answer as the customer will read it. A name that only the server gave to somebody unknown is no name. */
export function answerFor(
  { customer, operatorName, company }: AnswerSources,
  text: string,
): string {
  const known: Readonly<Record<CannedAnswerVariable, string | null>> = {
    "customer.name": customer.externalId === null ? null : customer.name,
    "operator.name": operatorName,
    company,
    "page.title": customer.pageTitle,
  };
  const fallback = fallbacks[customer.language];
  const value = (name: CannedAnswerVariable) => {
    const own = known[name]?.trim() ?? "";
    return own === "" ? fallback[name] : own;
  };
  return filledIn(text, {
    "customer.name": value("customer.name"),
    "operator.name": value("operator.name"),
    company: value("company"),
    "page.title": value("page.title"),
  });
}
