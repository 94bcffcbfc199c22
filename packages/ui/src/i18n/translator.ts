import type { Language } from "@veche/contracts";
import type { Arguments, Catalogue, PluralText, Text } from "./catalogue.ts";
import { createFormats, type Formats } from "./formats.ts";

/**
 * Speaks one language. `t` takes a key of the catalogue and its parameters, both checked by the compiler;
 * numbers among the parameters are written as the language writes them.
 */
export interface Translator<Texts extends Catalogue> extends Formats {
  readonly language: Language;
  readonly t: <Key extends keyof Texts & string>(
    key: Key,
    ...rest: Arguments<Texts[Key]>
  ) => string;
}

export interface TranslatorOptions<Texts extends Catalogue> {
  readonly language: Language;
  readonly catalogue: Texts;
  /** IANA name; the reader's own by default. */
  readonly timeZone?: string;
}

type Parameters = Readonly<Record<string, string | number>>;

export function createTranslator<const Texts extends Catalogue>(
  options: TranslatorOptions<Texts>,
): Translator<Texts> {
  const { language, catalogue } = options;
  const rules = new Intl.PluralRules(language);
  const formats = createFormats(language, options.timeZone);

  const formOf = (text: PluralText, parameters: Parameters): string => {
    const category = rules.select(Number(parameters[text.by]));
    if (category === "zero" || category === "two") return text.other;
    return text[category] ?? text.other;
  };

  const translate = (key: string, parameters: Parameters = {}): string => {
    const text: Text | undefined = catalogue[key];
    // A key outside the catalogue can only come past the compiler; the key itself is the least bad thing to show.
    if (text === undefined) return key;
    const form = typeof text === "string" ? text : formOf(text, parameters);
    return form.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = parameters[name];
      if (value === undefined) return whole;
      return typeof value === "number" ? formats.number(value) : value;
    });
  };

  return {
    ...formats,
    language,
    t: (key, ...rest) => translate(key, rest[0]),
  };
}
