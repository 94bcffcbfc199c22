import { NativeSelect, TextInput } from "@mantine/core";
import type { CellField, ObjectField } from "@veche/contracts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { AddButton } from "./add-button.tsx";
import { WordsPair } from "./words-pair.tsx";
import styles from "./kinds.module.css";

type Of<Kind extends ObjectField["kind"]> = Extract<
  ObjectField,
  { kind: Kind }
>;
type Tone = NonNullable<Of<"choice">["choices"][number]["tone"]>;

interface PartsProps<Field extends ObjectField = ObjectField> {
  readonly field: Field;
  readonly isKept: boolean;
  readonly onChange: (field: ObjectField) => void;
}

const tones = ["quiet", "accent", "positive", "caution", "danger"] as const;

type Choice = Of<"choice">["choices"][number];

function ChoiceRow({
  choice,
  onChange,
}: {
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}) {
  const { t } = useTexts();
  return (
    <div className={styles["row"]}>
      <TextInput
        label={t("kinds.choiceKey")}
        value={choice.key}
        onChange={({ currentTarget }) =>
          onChange({ ...choice, key: currentTarget.value })
        }
      />
      <WordsPair
        name={t("kinds.label")}
        words={choice.label}
        onChange={(label) => onChange({ ...choice, label })}
      />
      <NativeSelect
        label={t("kinds.tone")}
        value={choice.tone ?? "quiet"}
        onChange={({ currentTarget }) =>
          // The list offers these words and no others.
          onChange({ ...choice, tone: currentTarget.value as Tone })
        }
        data={tones.map((value) => ({
          value,
          label: t(`kinds.tone.${value}`),
        }))}
      />
    </div>
  );
}

const noWords = { key: "", label: { ru: "", en: "" } } as const;

function Choices({ field, onChange }: PartsProps<Of<"choice">>) {
  const { t } = useTexts();
  const { choices } = field;
  return (
    <div className={styles["parts"]}>
      {choices.map((choice, at) => (
        <ChoiceRow
          key={at}
          choice={choice}
          onChange={(changed) =>
            onChange({ ...field, choices: choices.with(at, changed) })
          }
        />
      ))}
      <AddButton
        name={t("kinds.addChoice")}
        onClick={() => onChange({ ...field, choices: [...choices, noWords] })}
      />
    </div>
  );
}

const columnKinds = ["text", "number", "date", "boolean", "person"] as const;
type ColumnKind = (typeof columnKinds)[number];

function ColumnRow({
  column,
  onChange,
}: {
  readonly column: CellField;
  readonly onChange: (column: CellField) => void;
}) {
  const { t } = useTexts();
  const { key, label } = column;
  return (
    <div className={styles["row"]}>
      <TextInput
        label={t("kinds.columnKey")}
        value={key}
        onChange={({ currentTarget }) =>
          onChange({ ...column, key: currentTarget.value })
        }
      />
      <WordsPair
        name={t("kinds.label")}
        words={label}
        onChange={(words) => onChange({ ...column, label: words })}
      />
      {columnKinds.some((kind) => kind === column.kind) && (
        <NativeSelect
          label={t("kinds.kind")}
          value={column.kind}
          onChange={({ currentTarget }) =>
            // The list offers these words and no others.
            onChange({ key, label, kind: currentTarget.value as ColumnKind })
          }
          data={columnKinds.map((kind) => ({
            value: kind,
            label: t(`kinds.kind.${kind}`),
          }))}
        />
      )}
    </div>
  );
}

function Columns({ field, onChange }: PartsProps<Of<"table">>) {
  const { t } = useTexts();
  const { columns } = field;
  return (
    <div className={styles["parts"]}>
      {columns.map((column, at) => (
        <ColumnRow
          key={at}
          column={column}
          onChange={(changed) =>
            onChange({ ...field, columns: columns.with(at, changed) })
          }
        />
      ))}
      <AddButton
        name={t("kinds.addColumn")}
        onClick={() =>
          onChange({
            ...field,
            columns: [...columns, { ...noWords, kind: "text" }],
          })
        }
      />
    </div>
  );
}

/** What a field of this kind cannot be without. */
export function FieldParts({ field, isKept, onChange }: PartsProps) {
  const { t } = useTexts();
  switch (field.kind) {
    case "choice":
      return <Choices field={field} isKept={isKept} onChange={onChange} />;
    case "table":
      return <Columns field={field} isKept={isKept} onChange={onChange} />;
    case "money":
      return (
        <TextInput
          label={t("kinds.currency")}
          description={t("kinds.currencyHint")}
          disabled={isKept}
          maxLength={3}
          value={field.currency}
          onChange={({ currentTarget }) =>
            onChange({ ...field, currency: currentTarget.value.toUpperCase() })
          }
        />
      );
    case "object":
      return (
        <TextInput
          label={t("kinds.objectType")}
          disabled={isKept}
          value={field.objectType}
          onChange={({ currentTarget }) =>
            onChange({ ...field, objectType: currentTarget.value })
          }
        />
      );
    default:
      return null;
  }
}
