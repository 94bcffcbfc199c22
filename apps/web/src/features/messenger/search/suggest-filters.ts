import { dayKey } from "../when.ts";

/** A way to narrow the question. */
export interface FilterOffer {
  /** What the field holds when it is taken. */
  readonly text: string;
  /** The filter as it is written: `from:"Anna Belova"`. */
  readonly filter: string;
  /** Which text of the catalogue tells what it does. */
  readonly about: FilterAbout;
}

type FilterAbout =
  | "from"
  | "in"
  | "before"
  | "after"
  | "has"
  | "mentions"
  | "today"
  | "yesterday"
  | "weekAgo"
  | "monthAgo";

/** What the names of a filter are chosen from. */
export interface FilterNames {
  readonly people: readonly string[];
  readonly conversations: readonly string[];
  readonly nowMs: number;
}

const filters = ["from", "in", "before", "after", "has", "mentions"] as const;
type Filter = (typeof filters)[number];
const things = ["file", "picture", "link"] as const;
const dayMs = 86_400_000;
const days = [
  { about: "today", ago: 0 },
  { about: "yesterday", ago: 1 },
  { about: "weekAgo", ago: 7 },
  { about: "monthAgo", ago: 30 },
] as const;
const atMost = 6;

/** The word at the end that is being written, with a quote that is not closed yet. */
const lastWord = /(?:^|\s)((?:[a-z]+:)?(?:"[^"]*|[^\s"]*))$/iu;

export interface BegunFilter {
  readonly filter: Filter;
  /** What stands after the colon. */
  readonly value: string;
}

function begunWord(text: string): string {
  return lastWord.exec(text)?.[1] ?? "";
}

/** The filter that is being written at the end; undefined: none. */
export function begunFilter(text: string): BegunFilter | undefined {
  const [name, value] = begunWord(text).split(":", 2);
  const filter = filters.find((one) => one === name?.toLowerCase());
  return filter === undefined || value === undefined
    ? undefined
    : { filter, value: value.replace('"', "") };
}

const quoted = (name: string): string =>
  /\s/u.test(name) ? `"${name.replaceAll('"', "")}"` : name;

const fits = (name: string, sought: string): boolean =>
  name.toLocaleLowerCase().includes(sought.toLocaleLowerCase());

type Values = readonly (readonly [value: string, about: FilterAbout])[];

function valuesOf({ filter, value }: BegunFilter, names: FilterNames): Values {
  switch (filter) {
    case "from":
      // The server has found them, by more than their names.
      return names.people.map((name) => [quoted(name), filter]);
    case "in":
      return names.conversations
        .filter((name) => fits(name, value))
        .map((name) => [quoted(name), filter]);
    case "has":
      return things
        .filter((thing) => thing.startsWith(value))
        .map((thing) => [thing, filter]);
    case "mentions":
      return "me".startsWith(value) ? [["me", filter]] : [];
    case "before":
    case "after":
      return days
        .map(
          ({ about, ago }) =>
            [dayKey(names.nowMs - ago * dayMs), about] as const,
        )
        .filter(([day]) => day.startsWith(value));
  }
}

/** Filters that go on with what is being written; all of them for an empty field. */
export function suggestFilters(
  text: string,
  names: FilterNames,
): readonly FilterOffer[] {
  const word = begunWord(text);
  const before = text.slice(0, text.length - word.length);
  const begun = begunFilter(text);
  if (begun !== undefined)
    return valuesOf(begun, names)
      .map(([value, about]) => {
        const filter = `${begun.filter}:${value}`;
        return { text: `${before}${filter} `, filter, about };
      })
      .filter(({ text: next }) => next.trim() !== text.trim())
      .slice(0, atMost);
  const isBegun = (filter: string) => filter.startsWith(word.toLowerCase());
  if (text !== "" && word === "") return [];
  return filters.filter(isBegun).map((filter) => ({
    text: `${before}${filter}:`,
    filter: `${filter}:`,
    about: filter,
  }));
}
