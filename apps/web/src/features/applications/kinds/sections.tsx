import { ActionIcon, SegmentedControl } from "@mantine/core";
import { iconTrash } from "@veche/ui";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { AddButton } from "./add-button.tsx";
import {
  withoutSection,
  type KindDraft,
  type SectionDraft,
} from "./kind-draft.ts";
import { WordsPair } from "./words-pair.tsx";
import styles from "./kinds.module.css";

interface SectionsProps {
  readonly draft: KindDraft;
  readonly change: (change: (draft: KindDraft) => KindDraft) => void;
}

interface SectionRowProps {
  readonly section: SectionDraft;
  /** The first has 1. */
  readonly number: number;
  readonly onChange: (section: SectionDraft) => void;
  readonly onRemove: () => void;
}

function SectionRow({ section, number, onChange, onRemove }: SectionRowProps) {
  const { t } = useTexts();
  return (
    <li className={styles["field"]}>
      <WordsPair
        name={t("kinds.sectionName")}
        words={section}
        onChange={(words) => onChange({ ...section, ...words })}
      />
      <div className={styles["row"]}>
        <SegmentedControl
          aria-label={t("kinds.columns")}
          value={String(section.columnCount)}
          onChange={(value) =>
            onChange({ ...section, columnCount: Number(value) })
          }
          data={[
            { value: "1", label: t("kinds.oneColumn") },
            { value: "2", label: t("kinds.twoColumns") },
          ]}
        />
        <ActionIcon
          variant="subtle"
          color="red"
          aria-label={t("kinds.removeSection", { number })}
          onClick={onRemove}
        >
          <Icon paths={iconTrash} size={18} />
        </ActionIcon>
      </div>
    </li>
  );
}

/** The parts of a card: a title, and one column or two. */
export function Sections({ draft, change }: SectionsProps) {
  const { t } = useTexts();
  const changeSections = (
    next: (sections: readonly SectionDraft[]) => readonly SectionDraft[],
  ) => change((present) => ({ ...present, sections: next(present.sections) }));
  return (
    <section>
      <h3 className={styles["heading"]}>{t("kinds.sections")}</h3>
      <ol className={styles["fields"]}>
        {draft.sections.map((section, at) => (
          <SectionRow
            key={at}
            section={section}
            number={at + 1}
            onChange={(changed) =>
              changeSections((sections) => sections.with(at, changed))
            }
            onRemove={() => change((present) => withoutSection(present, at))}
          />
        ))}
      </ol>
      <AddButton
        name={t("kinds.addSection")}
        onClick={() =>
          changeSections((sections) => [
            ...sections,
            { ru: "", en: "", columnCount: 1 },
          ])
        }
      />
    </section>
  );
}
