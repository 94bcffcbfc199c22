/** A question as it was typed, taken apart. */
export interface Question {
  /** Words and phrases that must be there. */
  readonly terms: readonly Term[];
  /** And those that must not. */
  readonly without: readonly Term[];
  readonly from: readonly string[];
  readonly in: readonly string[];
  readonly has: readonly string[];
  readonly mentions: readonly string[];
  /** `2026-03-01`: only what was said before that day began. */
  readonly before: string | null;
  /** Only what was said after that day ended. */
  readonly after: string | null;
}

export interface Term {
  readonly text: string;
  /** The word is still being typed: what begins so counts. */
  readonly isBegun: boolean;
}

type Key = "from" | "in" | "has" | "mentions" | "before" | "after";

const keys: ReadonlyMap<string, Key> = new Map([
  ["from", "from"],
  ["от", "from"],
  ["in", "in"],
  ["в", "in"],
  ["has", "has"],
  ["есть", "has"],
  ["mentions", "mentions"],
  ["упоминает", "mentions"],
  ["before", "before"],
  ["до", "before"],
  ["after", "after"],
  ["после", "after"],
]);

const SHORTEST_BEGUN = 3;
const MAX_TERMS = 12;
const part = /(-?)(?:(\p{L}+):)?(?:"([^"]*)"?|(\S+))/gu;
const isDay = (value: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));

export function parseQuestion(typed: string): Question {
  const said: Record<Key, string[]> = {
    from: [],
    in: [],
    has: [],
    mentions: [],
    before: [],
    after: [],
  };
  const terms: Term[] = [];
  const without: Term[] = [];
  for (const match of typed.matchAll(part)) {
    const [whole, minus, keyWord, quoted, bare] = match;
    const key = keys.get(keyWord?.toLowerCase() ?? "");
    const value = (quoted ?? bare ?? "").trim();
    const isDate = key === "before" || key === "after";
    if (key !== undefined && value !== "" && (!isDate || isDay(value))) {
      said[key].push(value);
      continue;
    }
    const isLast = match.index + whole.length === typed.length;
    const text = searchable(quoted ?? whole.slice(minus?.length ?? 0));
    if (text === "") continue;
    const isBegun =
      isLast &&
      quoted === undefined &&
      minus === "" &&
      text.length >= SHORTEST_BEGUN;
    (minus === "-" ? without : terms).push({ text, isBegun });
  }
  return {
    terms: terms.slice(0, MAX_TERMS),
    without: without.slice(0, MAX_TERMS),
    from: said.from,
    in: said.in,
    has: said.has.map((word) => word.toLowerCase()),
    mentions: said.mentions,
    before: said.before.at(-1) ?? null,
    after: said.after.at(-1) ?? null,
  };
}

/** Without the signs that mean something to the index's own language. */
const searchable = (text: string): string =>
  text
    .normalize("NFC")
    .replaceAll(/[\p{Cc}'"\\:*&|!<>()]+/gu, " ")
    .trim();

/** Asks for messages alone: people and conversations have no author, day or files. */
export const isAboutMessages = (question: Question): boolean =>
  question.from.length > 0 ||
  question.in.length > 0 ||
  question.has.length > 0 ||
  question.mentions.length > 0 ||
  question.before !== null ||
  question.after !== null;
