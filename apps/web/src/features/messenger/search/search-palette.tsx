import { Modal, TextInput } from "@mantine/core";
import { iconSearch } from "@veche/ui";
import { useId, useState, type KeyboardEvent } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import type { Destination, FoundRow, FoundSection } from "./found-rows.ts";
import { Highlighted } from "./highlighted.tsx";
import { useFound, type SearchSource } from "./use-found.ts";
import styles from "./search.module.css";

interface SearchPaletteProps {
  readonly source: SearchSource;
  readonly onGo: (destination: Destination) => void;
  readonly onClose: () => void;
}

interface RowProps {
  readonly id: string;
  readonly row: FoundRow;
  readonly isActive: boolean;
  readonly onChoose: () => void;
}

function Row({ id, row, isActive, onChoose }: RowProps) {
  const { dateTime } = useTexts();
  const { title, words, highlights, at } = row;
  return (
    <li
      id={id}
      role="option"
      aria-selected={isActive}
      className={styles["row"]}
      ref={(item) => {
        if (isActive) item?.scrollIntoView({ block: "nearest" });
      }}
      onMouseDown={(event) => {
        event.preventDefault();
        onChoose();
      }}
    >
      <span className={styles["title"]}>
        <span>{title}</span>
        {at !== null && <time dateTime={at}>{dateTime(at)}</time>}
      </span>
      {words !== "" && (
        <span className={styles["words"]}>
          <Highlighted text={words} highlights={highlights} />
        </span>
      )}
    </li>
  );
}

interface SectionsProps {
  readonly sections: readonly FoundSection[];
  readonly listId: string;
  readonly active: FoundRow | undefined;
  readonly onChoose: (row: FoundRow) => void;
}

function Sections({ sections, listId, active, onChoose }: SectionsProps) {
  const { t } = useTexts();
  return (
    <div
      id={listId}
      role="listbox"
      aria-label={t("search.found")}
      className={styles["list"]}
    >
      {sections.map(({ kind, rows }) => (
        <ul key={kind} role="group" aria-label={t(`search.${kind}`)}>
          <li role="presentation" className={styles["kind"]}>
            {t(`search.${kind}`)}
          </li>
          {rows.map((row) => (
            <Row
              key={row.key}
              id={idOf(listId, row)}
              row={row}
              isActive={row === active}
              onChoose={() => onChoose(row)}
            />
          ))}
        </ul>
      ))}
    </div>
  );
}

const idOf = (listId: string, { key }: FoundRow): string =>
  `${listId} ${key}`.replaceAll(" ", "-");

/** Which of the rows is chosen, and how the arrows move it. */
function useChoosing(rows: readonly FoundRow[], onGo: (row: FoundRow) => void) {
  const [index, setIndex] = useState(0);
  const active = rows[Math.min(index, rows.length - 1)];
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined && event.key !== "Enter") return;
    event.preventDefault();
    if (step !== undefined && rows.length > 0)
      setIndex((index + step + rows.length) % rows.length);
    else if (active !== undefined) onGo(active);
  };
  return { active, onKeyDown, first: () => setIndex(0) };
}

interface FieldProps {
  readonly text: string;
  readonly listId: string;
  readonly active: FoundRow | undefined;
  readonly onText: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function Field({ text, listId, active, onText, onKeyDown }: FieldProps) {
  const { t } = useTexts();
  return (
    <TextInput
      data-autofocus
      className={styles["field"]}
      variant="unstyled"
      size="md"
      role="combobox"
      aria-expanded={active !== undefined}
      aria-controls={listId}
      aria-activedescendant={active && idOf(listId, active)}
      aria-label={t("search.title")}
      placeholder={t("search.placeholder")}
      leftSection={<Icon paths={iconSearch} size={18} />}
      value={text}
      onChange={({ currentTarget }) => onText(currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}

/** One box for messages, files, people, conversations and objects; the arrows choose, Enter goes there. */
export function SearchPalette({ source, onGo, onClose }: SearchPaletteProps) {
  const { t } = useTexts();
  const listId = useId();
  const [text, setText] = useState("");
  const { sections, isAsking } = useFound(text, source);
  const rows = sections.flatMap((section) => section.rows);
  const go = ({ destination }: FoundRow) => {
    onClose();
    onGo(destination);
  };
  const { active, onKeyDown, first } = useChoosing(rows, go);
  const isNothing = rows.length === 0 && !isAsking && text.trim() !== "";
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      size="lg"
      padding={0}
      centered={false}
      yOffset="10vh"
      aria-label={t("search.title")}
    >
      <Field
        text={text}
        listId={listId}
        active={active}
        onText={(next) => {
          setText(next);
          first();
        }}
        onKeyDown={onKeyDown}
      />
      <Sections
        sections={sections}
        listId={listId}
        active={active}
        onChoose={go}
      />
      <p className={styles["note"]} role="status">
        {t(isNothing ? "search.nothing" : "search.hint")}
      </p>
    </Modal>
  );
}
