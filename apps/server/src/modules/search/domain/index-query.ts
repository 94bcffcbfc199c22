import { plainName, plainText } from "./plain-text.ts";
import type { Question, Term } from "./parse-question.ts";

/** Which words of a message are looked at. */
export type Field = "anywhere" | "file_names";

/** The words of a question in the language of PostgreSQL's `to_tsquery`; empty when there are none. */
export function wordsQuery(
  { terms, without }: Pick<Question, "terms" | "without">,
  field: Field,
): string {
  const wanted = terms.map((term) => termQuery(term, field)).filter(Boolean);
  const unwanted = without
    .map((term) => termQuery(term, field))
    .filter(Boolean);
  if (wanted.length === 0) return "";
  return [...wanted, ...unwanted.map((term) => `!${term}`)].join(" & ");
}

function termQuery({ text, isBegun }: Term, field: Field): string {
  const plain = (field === "file_names" ? plainName : plainText)(text).trim();
  if (plain === "") return "";
  return `'${plain}'${suffix(isBegun ? "*" : "", field === "file_names" ? "B" : "")}`;
}

const suffix = (...parts: readonly string[]): string => {
  const joined = parts.join("");
  return joined === "" ? "" : `:${joined}`;
};

/** A Latin word that is being typed, as it stands: its stem may be shorter than what was typed already. */
export function latinBeginning({
  terms,
}: Pick<Question, "terms">): string | undefined {
  const last = terms.at(-1);
  if (last?.isBegun !== true || !/^[a-z]{5,40}$/i.test(last.text))
    return undefined;
  return last.text.toLowerCase();
}
