import type { CellField, ObjectCard, ObjectField } from "@veche/contracts";
import { fieldWords, type FieldVoice } from "@veche/ui";
import type { ReactNode } from "react";
import { Chip } from "../kit/chip.tsx";
import { useTexts } from "../texts/texts.tsx";
import styles from "./object-card.module.css";

type CardParts = Pick<ObjectCard, "type" | "object" | "people">;

interface FieldsProps {
  readonly card: CardParts;
  /** Shows the profile of somebody a field names; without it they are a name. */
  readonly onPerson?: (id: ObjectCard["people"][number]["id"]) => void;
  /** Opens what is said about an object that a field names; undefined where the reader is not in it. */
  readonly openerOf?: (
    object: Pick<ObjectCard["object"], "type" | "id">,
  ) => (() => void) | undefined;
}

interface Voice
  extends FieldVoice, Pick<FieldsProps, "onPerson" | "openerOf"> {}

/** Words that lead somewhere, where there is somewhere to go. */
function Lead({
  text,
  onPress,
}: {
  readonly text: string;
  readonly onPress: (() => void) | undefined;
}) {
  return onPress === undefined ? (
    text
  ) : (
    <button type="button" className={styles["lead"]} onClick={onPress}>
      {text}
    </button>
  );
}

function Cell({
  field,
  value,
  voice,
}: {
  readonly field: CellField;
  readonly value: string | number | boolean;
  readonly voice: Voice;
}): ReactNode {
  const words = fieldWords(field, value, voice);
  const { onPerson, openerOf } = voice;
  switch (words.kind) {
    case "state":
      return <Chip tone={words.tone}>{words.text}</Chip>;
    case "link":
      return (
        <a href={words.url} target="_blank" rel="noopener noreferrer">
          {words.text}
        </a>
      );
    case "person":
      return (
        <Lead
          text={words.text}
          onPress={onPerson && (() => onPerson(words.id))}
        />
      );
    case "object":
      return <Lead text={words.text} onPress={openerOf?.(words)} />;
    default:
      return words.text;
  }
}

function Rows({
  field,
  rows,
  voice,
}: {
  readonly field: Extract<ObjectField, { kind: "table" }>;
  readonly rows: Extract<
    ObjectCard["object"]["fields"][string],
    readonly unknown[]
  >;
  readonly voice: Voice;
}) {
  return (
    <div
      className={styles["scroll"]}
      role="region"
      tabIndex={0}
      aria-label={field.label[voice.language]}
    >
      <table className={styles["table"]}>
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
          {rows.map((row, at) => (
            <tr key={at}>
              {field.columns.map((column) => {
                const value = row[column.key] ?? null;
                return (
                  <td key={column.key} data-kind={column.kind}>
                    {value !== null && (
                      <Cell field={column} value={value} voice={voice} />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Field({
  field,
  card,
  voice,
}: {
  readonly field: ObjectField;
  readonly card: CardParts;
  readonly voice: Voice;
}) {
  const value = card.object.fields[field.key] ?? null;
  if (value === null || value === "") return null;
  const isTable = field.kind === "table";
  if (isTable !== Array.isArray(value)) return null;
  return (
    <div className={isTable ? styles["wide"] : undefined}>
      <dt>{field.label[voice.language]}</dt>
      <dd>
        {field.kind === "table" && Array.isArray(value) && (
          <Rows field={field} rows={value} voice={voice} />
        )}
        {field.kind !== "table" && !Array.isArray(value) && (
          <Cell field={field} value={value} voice={voice} />
        )}
      </dd>
    </div>
  );
}

/** What an object's card tells, as its kind lays it out (A6); what is empty is left out. */
export function CardFields({ card, onPerson, openerOf }: FieldsProps) {
  const { t, language } = useTexts();
  const voice: Voice = {
    language,
    yes: t("card.yes"),
    no: t("card.no"),
    people: card.people,
    ...(onPerson && { onPerson }),
    ...(openerOf && { openerOf }),
  };
  return card.type.sections.map((section, at) => (
    <section key={at} className={styles["section"]}>
      {section.title !== null && <h3>{section.title[language]}</h3>}
      <dl data-columns={section.columnCount}>
        {section.fields.map((key) => {
          const field = card.type.fields.find((one) => one.key === key);
          return (
            field !== undefined && (
              <Field key={key} field={field} card={card} voice={voice} />
            )
          );
        })}
      </dl>
    </section>
  ));
}
