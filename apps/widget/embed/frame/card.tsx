import type {
  CellField,
  CellValue,
  FieldValue,
  Language,
  ObjectCard,
  ObjectField,
} from "@veche/contracts";
import { fieldWords, type FieldVoice } from "@veche/ui";
import type { ComponentChild } from "preact";
import type { EmbedTranslator } from "./texts.ts";

interface CardProps {
  readonly card: ObjectCard;
  readonly language: Language;
  readonly t: EmbedTranslator["t"];
}

/** The object's fields as its kind lays them out. */
export function Card({ card, language, t }: CardProps) {
  const { object, type } = card;
  const voice = {
    language,
    yes: t("card.yes"),
    no: t("card.no"),
    people: card.people,
  };
  return (
    <section class="card" aria-label={object.title}>
      <h1>
        {object.title}
        {object.url === null ? null : (
          <a href={object.url} target="_blank" rel="noopener noreferrer">
            {t("card.open")}
          </a>
        )}
      </h1>
      {type.sections.map((section, at) => (
        <div key={at} class={`section columns-${section.columnCount}`}>
          {section.title === null ? null : <h2>{section.title[language]}</h2>}
          <dl>
            {section.fields.map((key) => {
              const field = type.fields.find((one) => one.key === key);
              const value = object.fields[key] ?? null;
              return field === undefined || value === null ? null : (
                <div key={key} class={field.kind === "table" ? "wide" : ""}>
                  <dt>{field.label[language]}</dt>
                  <dd>{shown(field, value, voice)}</dd>
                </div>
              );
            })}
          </dl>
        </div>
      ))}
    </section>
  );
}

type Voice = FieldVoice;

function shown(
  field: ObjectField,
  value: FieldValue,
  voice: Voice,
): ComponentChild {
  if (field.kind !== "table")
    return Array.isArray(value) ? null : cell(field, value, voice);
  if (!Array.isArray(value)) return null;
  return (
    <table>
      <thead>
        <tr>
          {field.columns.map(({ key, label }) => (
            <th key={key} scope="col">
              {label[voice.language]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {value.map((row, at) => (
          <tr key={at}>
            {field.columns.map((column) => (
              <td key={column.key}>
                {cell(column, row[column.key] ?? null, voice)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cell(
  field: CellField,
  value: CellValue,
  voice: Voice,
): ComponentChild {
  if (value === null) return null;
  const words = fieldWords(field, value, voice);
  switch (words.kind) {
    case "state":
      return (
        <span class="chip" data-tone={words.tone}>
          {words.text}
        </span>
      );
    case "link":
      return (
        <a href={words.url} target="_blank" rel="noopener noreferrer">
          {words.text}
        </a>
      );
    default:
      return words.text;
  }
}
