import { readPath, type AttributePath } from "./attribute-path.ts";
import { ScimError } from "./scim-error.ts";

/** A filter, taken apart (RFC 7644 §3.4.2.2). */
export type Filter =
  | { readonly kind: "and" | "or"; readonly parts: readonly Filter[] }
  | { readonly kind: "not"; readonly part: Filter }
  | { readonly kind: "present"; readonly path: AttributePath }
  | {
      readonly kind: "compare";
      readonly path: AttributePath;
      readonly operator: Operator;
      readonly value: FilterValue;
    }
  /** Some value of a list meets a filter of its own. */
  | {
      readonly kind: "some";
      readonly path: AttributePath;
      readonly part: Filter;
    };

const operators = [
  "eq",
  "ne",
  "co",
  "sw",
  "ew",
  "gt",
  "ge",
  "lt",
  "le",
] as const;
export type Operator = (typeof operators)[number];
type FilterValue = string | number | boolean | null;

const MAX_TOKENS = 200;
const token = /\s*(?:("(?:[^"\\]|\\.)*")|([()[\]])|([^\s()[\]"]+))/gy;

/** Refuses `invalidFilter`. */
export function parseFilter(text: string): Filter {
  const reader = createReader(tokensOf(text));
  const filter = readAny(reader);
  if (reader.peek() !== undefined) throw wrong(text);
  return filter;
}

const wrong = (at: string): ScimError =>
  new ScimError(
    400,
    `cannot read the filter at ${at.slice(0, 40)}`,
    "invalidFilter",
  );

function tokensOf(text: string): readonly string[] {
  const whole = text.trim();
  const found = [...whole.matchAll(token)];
  const last = found.at(-1);
  const end = last === undefined ? 0 : last.index + last[0].length;
  if (end < whole.length || found.length > MAX_TOKENS) throw wrong(text);
  return found.map((match) => match[0].trim());
}

interface Reader {
  readonly peek: () => string | undefined;
  readonly take: () => string;
  /** Takes this word if it is the next one. */
  readonly skip: (word: string) => boolean;
}

function createReader(tokens: readonly string[]): Reader {
  let at = 0;
  const take = (): string => {
    const next = tokens[at];
    if (next === undefined) throw wrong("its end");
    at += 1;
    return next;
  };
  return {
    peek: () => tokens[at],
    take,
    skip(word) {
      const isNext = tokens[at]?.toLowerCase() === word;
      if (isNext) at += 1;
      return isNext;
    },
  };
}

function readAny(reader: Reader): Filter {
  const parts = [readAll(reader)];
  while (reader.skip("or")) parts.push(readAll(reader));
  return parts.length === 1 && parts[0] ? parts[0] : { kind: "or", parts };
}

function readAll(reader: Reader): Filter {
  const parts = [readOne(reader)];
  while (reader.skip("and")) parts.push(readOne(reader));
  return parts.length === 1 && parts[0] ? parts[0] : { kind: "and", parts };
}

function readOne(reader: Reader): Filter {
  if (reader.skip("not")) return { kind: "not", part: readOne(reader) };
  if (reader.skip("(")) {
    const part = readAny(reader);
    if (!reader.skip(")")) throw wrong(reader.peek() ?? "its end");
    return part;
  }
  const name = reader.take();
  if (!/^[A-Za-z][\w:.$-]*$/.test(name)) throw wrong(name);
  const path = readPath(name);
  if (reader.skip("[")) {
    const part = readAny(reader);
    if (!reader.skip("]")) throw wrong(reader.peek() ?? "its end");
    return { kind: "some", path, part };
  }
  if (reader.skip("pr")) return { kind: "present", path };
  const word = reader.take().toLowerCase();
  const operator = operators.find((one) => one === word);
  if (operator === undefined) throw wrong(word);
  return { kind: "compare", path, operator, value: readValue(reader.take()) };
}

function readValue(text: string): FilterValue {
  try {
    const value: unknown = JSON.parse(
      /^(?:true|false|null)$/i.test(text) ? text.toLowerCase() : text,
    );
    if (
      value === null ||
      ["string", "number", "boolean"].includes(typeof value)
    )
      // JSON has no other plain values.
      return value as FilterValue;
  } catch {
    // Said below, in the protocol's words.
  }
  throw wrong(text);
}
