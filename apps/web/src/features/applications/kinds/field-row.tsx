import { ActionIcon, NativeSelect, TextInput } from "@mantine/core";
import type { ObjectField } from "@veche/contracts";
import { iconChevronDown, iconTrash } from "@veche/ui";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { FieldParts } from "./field-parts.tsx";
import type { FieldDraft, SectionDraft } from "./kind-draft.ts";
import { asKind, fieldKinds } from "./new-field.ts";
import { WordsPair } from "./words-pair.tsx";
import styles from "./kinds.module.css";

interface FieldRowProps {
  readonly draft: FieldDraft;
  readonly sections: readonly SectionDraft[];
  readonly onChange: (part: Partial<FieldDraft>) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

type PartProps = Pick<FieldRowProps, "draft" | "onChange">;

function Place({ draft, sections, onChange }: Omit<FieldRowProps, "onMove">) {
  const { t, language } = useTexts();
  return (
    <NativeSelect
      label={t("kinds.place")}
      value={draft.section === null ? "" : String(draft.section)}
      onChange={({ currentTarget: { value } }) =>
        onChange({ section: value === "" ? null : Number(value) })
      }
      data={[
        ...sections.map((section, at) => ({
          value: String(at),
          label:
            section[language] === ""
              ? t("kinds.sectionNumber", { number: at + 1 })
              : section[language],
        })),
        { value: "", label: t("kinds.notShown") },
      ]}
    />
  );
}

/** What a field is: its key and kind are said once, for the objects that have values of it. */
function What({ draft: { isKept, field }, onChange }: PartProps) {
  const { t } = useTexts();
  return (
    <>
      <TextInput
        label={t("kinds.key")}
        disabled={isKept}
        value={field.key}
        onChange={({ currentTarget: { value: key } }) =>
          onChange({ field: { ...field, key } })
        }
      />
      <NativeSelect
        label={t("kinds.kind")}
        disabled={isKept}
        value={field.kind}
        onChange={({ currentTarget: { value } }) => {
          // The list offers these words and no others.
          const kind = value as ObjectField["kind"];
          onChange({ field: asKind(field, kind) });
        }}
        data={fieldKinds.map((kind) => ({
          value: kind,
          label: t(`kinds.kind.${kind}`),
        }))}
      />
    </>
  );
}

function Tools({
  name,
  isKept,
  onMove,
  onRemove,
}: Pick<FieldRowProps, "onMove" | "onRemove"> & {
  readonly name: string;
  readonly isKept: boolean;
}) {
  const { t } = useTexts();
  return (
    <div className={styles["tools"]}>
      <ActionIcon
        variant="subtle"
        aria-label={t("kinds.up", { name })}
        onClick={() => onMove(-1)}
      >
        <Icon paths={iconChevronDown} size={18} className={styles["up"]} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={t("kinds.down", { name })}
        onClick={() => onMove(1)}
      >
        <Icon paths={iconChevronDown} size={18} />
      </ActionIcon>
      {!isKept && (
        <ActionIcon
          variant="subtle"
          color="red"
          aria-label={t("kinds.remove", { name })}
          onClick={onRemove}
        >
          <Icon paths={iconTrash} size={18} />
        </ActionIcon>
      )}
    </div>
  );
}

/** One field of the card: what it is, what it is called, and where it stands. */
export function FieldRow(props: FieldRowProps) {
  const { language } = useTexts();
  const { draft, onChange, onMove, onRemove } = props;
  const { field, isKept } = draft;
  const name = field.label[language] === "" ? field.key : field.label[language];
  return (
    <li className={styles["field"]}>
      <div className={styles["row"]}>
        <What draft={draft} onChange={onChange} />
        <Place {...props} />
        <Tools
          name={name}
          isKept={isKept}
          onMove={onMove}
          onRemove={onRemove}
        />
      </div>
      <LabelOf field={field} onChange={onChange} />
      <FieldParts
        field={field}
        isKept={isKept}
        onChange={(changed) => onChange({ field: changed })}
      />
    </li>
  );
}

function LabelOf({
  field,
  onChange,
}: {
  readonly field: ObjectField;
  readonly onChange: FieldRowProps["onChange"];
}) {
  const { t } = useTexts();
  return (
    <WordsPair
      name={t("kinds.label")}
      words={field.label}
      onChange={(label) => onChange({ field: { ...field, label } })}
    />
  );
}
