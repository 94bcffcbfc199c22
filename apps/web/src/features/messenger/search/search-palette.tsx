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
              id={`${listId} ${row.key}`.replaceAll(" ", "-")}
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

/** One box for messages, files, people, conversations and objects; the arrows choose, Enter goes there. */
export function SearchPalette({ source, onGo, onClose }: SearchPaletteProps) {
  const { t } = useTexts();
  const listId = useId();
  const [text, setText] = useState("");
  const [index, setIndex] = useState(0);
  const { sections, isAsking } = useFound(text, source);
  const rows = sections.flatMap((section) => section.rows);
  const active = rows[Math.min(index, rows.length - 1)];
  const choose = ({ destination }: FoundRow) => {
    onClose();
    onGo(destination);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined && event.key !== "Enter") return;
    event.preventDefault();
    if (step !== undefined && rows.length > 0)
      setIndex((index + step + rows.length) % rows.length);
    else if (active !== undefined) choose(active);
  };
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
      <TextInput
        data-autofocus
        className={styles["field"]}
        variant="unstyled"
        size="md"
        role="combobox"
        aria-expanded={rows.length > 0}
        aria-controls={listId}
        aria-activedescendant={
          active && `${listId} ${active.key}`.replaceAll(" ", "-")
        }
        aria-label={t("search.title")}
        placeholder={t("search.placeholder")}
        leftSection={<Icon paths={iconSearch} size={18} />}
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          setIndex(0);
        }}
        onKeyDown={onKeyDown}
      />
      <Sections
        sections={sections}
        listId={listId}
        active={active}
        onChoose={choose}
      />
      <p className={styles["note"]} role="status">
        {t(isNothing ? "search.nothing" : "search.hint")}
      </p>
    </Modal>
  );
}
