import { fold } from "./fold.ts";
import { underOtherLayout } from "./keyboard.ts";

/** Everything a person is found by. */
export interface Findable {
  readonly name: string;
  readonly login: string;
  readonly position: string | null;
  readonly company: string | null;
  readonly department: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly tags: readonly string[];
}

/** Words with a space before and after each, so that " an" finds what begins with "an". */
const spaced = (words: readonly string[]): string =>
  ` ${[...new Set(words)].join(" ")} `;

const wordsOf = (text: string | null): readonly string[] =>
  text === null
    ? []
    : fold(text)
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean);

/** An address as it is written, and its parts. */
const addressWords = (address: string | null): readonly string[] => {
  if (address === null) return [];
  const whole = fold(address);
  const domain = whole.split("@")[1];
  return [
    whole,
    ...(domain === undefined ? [] : [domain]),
    ...wordsOf(address),
  ];
};

/** Ten last digits are the same however the country is dialled: +7, 8 or nothing. */
const phoneWords = (phone: string | null): readonly string[] => {
  const digits = phone?.replaceAll(/\D/g, "") ?? "";
  return digits === "" ? [] : [digits, digits.slice(-10)];
};

export const nameWords = (name: string): string => spaced(wordsOf(name));

export const tagWords = (name: string): string => spaced(wordsOf(name));

export function searchWords(person: Findable): string {
  return spaced([
    ...wordsOf(person.name),
    ...addressWords(person.login),
    ...wordsOf(person.position),
    ...wordsOf(person.company),
    ...wordsOf(person.department),
    ...addressWords(person.email),
    ...phoneWords(person.phone),
    ...person.tags.flatMap(wordsOf),
  ]);
}

/** One typed word as it may have been meant: as typed, and under the other keyboard layout. */
export type SoughtWord = readonly string[];

const maxWords = 6;

/** What is sought; each word must be found. Empty when nothing was typed. */
export function soughtWords(typed: string): readonly SoughtWord[] {
  const text = typed.trim().replace(/^[@#]/, "");
  const phone = dialled(text);
  if (phone !== undefined) return [[phone]];
  return text
    .split(/\s+/)
    .slice(0, maxWords)
    .map(readings)
    .filter((word) => word.length > 0);
}

function readings(word: string): SoughtWord {
  const folded = [word, underOtherLayout(word)].map((reading) =>
    fold(reading).replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""),
  );
  return [...new Set(folded)].filter(Boolean);
}

/** The digits of a number that was typed as one, without the country's prefix. */
function dialled(text: string): string | undefined {
  if (!/^[\d\s()+.-]{3,}$/.test(text)) return undefined;
  const digits = text.replaceAll(/\D/g, "");
  if (digits.length < 3) return undefined;
  return digits.length > 10
    ? digits.slice(-10)
    : digits.replace(/^8(?=\d{3})/, "");
}
