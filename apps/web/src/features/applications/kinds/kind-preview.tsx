import type {
  CellField,
  CellValue,
  FieldValue,
  ObjectField,
  ObjectType,
} from "@veche/contracts";
import { CardFields } from "../../../platform/object-card/object-card.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import styles from "./kinds.module.css";

/** Something of the right form, so that the card can be seen. */
function sampleCell(field: CellField): CellValue {
  switch (field.kind) {
    case "number":
      return 12;
    case "money":
      return "12500.00";
    case "date":
      return "2026-12-04";
    case "instant":
      return "2026-12-04T09:30:00Z";
    case "boolean":
      return true;
    case "link":
      return "https://example.com/42";
    case "choice":
      return field.choices[0]?.key ?? null;
    case "object":
      return "42";
    case "person":
    case "text":
      return "…";
  }
}

const sampleOf = (field: ObjectField): FieldValue =>
  field.kind === "table"
    ? [
        Object.fromEntries(
          field.columns.map((column) => [column.key, sampleCell(column)]),
        ),
      ]
    : sampleCell(field);

const isCurrency = (code: string): boolean => /^[A-Z]{3}$/.test(code);

/** The card as members of a conversation will see it, with made-up values. */
export function KindPreview({ kind }: { readonly kind: ObjectType }) {
  const { t, language } = useTexts();
  const drawable = kind.fields.filter(
    (field) => field.kind !== "money" || isCurrency(field.currency),
  );
  return (
    <aside className={styles["preview"]} aria-label={t("kinds.preview")}>
      <h3 className={styles["heading"]}>{t("kinds.preview")}</h3>
      <div className={styles["card"]}>
        <strong>{kind.title[language]} 42</strong>
        <CardFields
          card={{
            type: { ...kind, fields: drawable },
            object: {
              type: kind.type,
              id: "42",
              title: kind.title[language],
              url: null,
              fields: Object.fromEntries(
                drawable.map((field) => [field.key, sampleOf(field)]),
              ),
            },
            people: [],
          }}
        />
      </div>
    </aside>
  );
}
