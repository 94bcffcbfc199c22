/** A value, or why the text is none and what would be right. */
export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string };

export type Parser<Value> = (text: string) => Parsed<Value>;

/** One environment variable: for the program, for the README, for the error text. */
export interface Variable<Value> {
  readonly name: string;
  readonly meaning: string;
  /** As an administrator would write it; null when there is none. */
  readonly defaultText: string | null;
  readonly parse: Parser<Value>;
}

/** Its type, by what it parses to. */
export function variable<Value>(described: Variable<Value>): Variable<Value> {
  return described;
}

const right = <Value>(value: Value): Parsed<Value> => ({ ok: true, value });
const wrong = (message: string): Parsed<never> => ({ ok: false, message });

export function text(example: string): Parser<string> {
  return (value) =>
    // Line ends and zero bytes would break out of the files these values are written into.
    /[\0\r\n]/.test(value)
      ? wrong(`must be one line, for example ${example}`)
      : right(value);
}

export interface Range {
  readonly min: number;
  readonly max: number;
}

export function wholeNumber({ min, max }: Range): Parser<number> {
  return (value) => {
    const number = Number(value);
    return /^\d+$/.test(value) && number >= min && number <= max
      ? right(number)
      : wrong(`must be a whole number from ${min} to ${max}, not "${value}"`);
  };
}

export function oneOf<const Word extends string>(
  words: readonly Word[],
): Parser<Word> {
  return (value) => {
    const word = words.find((known) => known === value.toLowerCase());
    return word === undefined
      ? wrong(`must be one of ${words.join(", ")}, not "${value}"`)
      : right(word);
  };
}

export interface UrlRule {
  readonly protocols: readonly string[];
  readonly example: string;
}

export function url({ protocols, example }: UrlRule): Parser<URL> {
  return (value) => {
    const parsed = URL.parse(value);
    // The text is not repeated: a database address carries a password.
    return parsed !== null && protocols.includes(parsed.protocol)
      ? right(parsed)
      : wrong(`must be an address such as ${example}`);
  };
}

export function matching(pattern: RegExp, example: string): Parser<string> {
  return (value) =>
    pattern.test(value)
      ? right(value)
      : wrong(`must look like ${example}, not "${value}"`);
}

/** Several values between commas. */
export function listOf<Value>(parse: Parser<Value>): Parser<readonly Value[]> {
  return (value) => {
    const parts = value
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "")
      .map(parse);
    const refusal = parts.find((part) => !part.ok);
    return (
      refusal ?? right(parts.flatMap((part) => (part.ok ? [part.value] : [])))
    );
  };
}

export function satisfying<Value>(
  parse: Parser<Value>,
  rule: {
    readonly holds: (value: Value) => boolean;
    readonly otherwise: string;
  },
): Parser<Value> {
  return (value) => {
    const parsed = parse(value);
    return parsed.ok && !rule.holds(parsed.value)
      ? wrong(rule.otherwise)
      : parsed;
  };
}
