import type {
  CellField,
  CellValue,
  Language,
  ObjectCard,
} from "@veche/contracts";
import { createFormats } from "./formats.ts";

type Choice = Extract<CellField, { kind: "choice" }>["choices"][number];

/** What one value of an object's card reads as, and what it leads to. */
export type FieldWords =
  | { readonly kind: "text"; readonly text: string }
  /** A state: a chip in its tone. */
  | {
      readonly kind: "state";
      readonly text: string;
      readonly tone: NonNullable<Choice["tone"]>;
    }
  | { readonly kind: "link"; readonly text: string; readonly url: string }
  | {
      readonly kind: "person";
      readonly text: string;
      readonly id: ObjectCard["people"][number]["id"];
    }
  | {
      readonly kind: "object";
      readonly text: string;
      readonly type: string;
      readonly id: string;
    };

export interface FieldVoice {
  readonly language: Language;
  readonly yes: string;
  readonly no: string;
  /** Whom the card's person fields name. */
  readonly people: ObjectCard["people"];
}

/** A value of a card in the reader's language. */
export function fieldWords(
  field: CellField,
  value: Exclude<CellValue, null>,
  voice: FieldVoice,
): FieldWords {
  const said = String(value);
  switch (field.kind) {
    case "choice":
      return choiceWords(field.choices, said, voice.language);
    case "link":
      return { kind: "link", text: said, url: said };
    case "object":
      return { kind: "object", text: said, type: field.objectType, id: said };
    case "person": {
      const person = voice.people.find(({ reference }) => reference === said);
      return person === undefined
        ? { kind: "text", text: said }
        : { kind: "person", text: person.name, id: person.id };
    }
    default:
      return { kind: "text", text: plainWords(field, value, voice) };
  }
}

function choiceWords(
  choices: readonly Choice[],
  key: string,
  language: Language,
): FieldWords {
  const choice = choices.find((one) => one.key === key);
  const text = choice?.label[language] ?? key;
  return choice?.tone === undefined
    ? { kind: "text", text }
    : { kind: "state", text, tone: choice.tone };
}

function plainWords(
  field: Exclude<CellField, { kind: "choice" | "link" | "object" | "person" }>,
  value: Exclude<CellValue, null>,
  { language, yes, no }: FieldVoice,
): string {
  const said = String(value);
  switch (field.kind) {
    case "boolean":
      return value === true ? yes : no;
    case "money":
      return new Intl.NumberFormat(language, {
        style: "currency",
        currency: field.currency,
        // A sum is decimal text of the contract's form: read as such, no digit of it is lost.
      }).format(said as Intl.StringNumericLiteral);
    case "number":
      return createFormats(language).number(Number(value));
    case "date":
      return createFormats(language, "UTC").date(`${said}T00:00:00Z`);
    case "instant":
      return createFormats(language).dateTime(said);
    default:
      return said;
  }
}
