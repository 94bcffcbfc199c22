/** What a canned answer may name in double braces; it is filled in when an operator inserts the answer. */
export const cannedAnswerVariables = [
  "customer.name",
  "operator.name",
  "company",
  "page.title",
] as const;
export type CannedAnswerVariable = (typeof cannedAnswerVariables)[number];

/** The most canned answers an installation keeps. */
export const MAX_CANNED_ANSWERS = 500;
/** The longest text of one, in characters. */
export const MAX_CANNED_ANSWER_LENGTH = 4000;

const named = /\{\{([^{}]*)\}\}/g;

const isVariable = (name: string): name is CannedAnswerVariable =>
  cannedAnswerVariables.some((one) => one === name);

/** The names in double braces that are no variable, each once, in their order. */
export function unknownVariablesIn(text: string): readonly string[] {
  const names = [...text.matchAll(named)].map(([, name = ""]) => name.trim());
  return [...new Set(names)].filter((name) => !isVariable(name));
}

/** The text with its variables replaced; what is no variable stays as it was written. */
export const filledIn = (
  text: string,
  values: Readonly<Record<CannedAnswerVariable, string>>,
): string =>
  text.replace(named, (written: string, inside: string) => {
    const name = inside.trim();
    return isVariable(name) ? values[name] : written;
  });
