import { TextInput } from "@mantine/core";
import { iconSearch } from "@veche/ui";
import { useId, useState, type KeyboardEvent } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { FailedState } from "../../../platform/kit/failed-state.tsx";
import { Dialog } from "../../../platform/kit/dialog.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import type { Destination, FoundRow, FoundSection } from "./found-rows.ts";
import { Highlighted } from "./highlighted.tsx";
import { useFilters } from "./use-filters.ts";
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
  const { dateTime, t } = useTexts();
  const { words, highlights, at, destination } = row;
  const title =
    destination.kind === "more"
      ? t(`search.more.${destination.of}`)
      : row.title;
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
      {sections.map(({ kind, rows, more }) => (
        <ul key={kind} role="group" aria-label={t(`search.${kind}`)}>
          <li role="presentation" className={styles["kind"]}>
            {t(`search.${kind}`)}
          </li>
          {rowsOf({ rows, more }).map((row) => (
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

const rowsOf = ({
  rows,
  more,
}: Pick<FoundSection, "rows" | "more">): readonly FoundRow[] =>
  more === null ? rows : [...rows, more];

const idOf = (listId: string, { key }: FoundRow): string =>
  `${listId} ${key}`.replaceAll(" ", "-");

interface Choosing {
  readonly rows: readonly FoundRow[];
  /** What is searched: of another text the first row is chosen again. */
  readonly text: string;
  readonly onGo: (row: FoundRow) => void;
}

/** Which of the rows is chosen, and how the arrows move it. */
function useChoosing({ rows, text, onGo }: Choosing) {
  const [chosen, setChosen] = useState({ text, index: 0 });
  const index = chosen.text === text ? chosen.index : 0;
  const active = rows[Math.min(index, rows.length - 1)];
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined && event.key !== "Enter") return;
    event.preventDefault();
    if (step !== undefined && rows.length > 0)
      setChosen({ text, index: (index + step + rows.length) % rows.length });
    else if (active !== undefined) onGo(active);
  };
  return { active, onKeyDown };
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

/** What is found and what may narrow it, in the order of the list. */
function useSections(text: string, source: SearchSource) {
  const found = useFound(text, source);
  const { section, isFirst } = useFilters(text, source);
  const filters = section === null ? [] : [section];
  const sections = isFirst
    ? [...filters, ...found.sections]
    : [...found.sections, ...filters];
  return { ...found, sections };
}

/** Below the list: what to do where nothing is found, and how to find less. */
function Note({
  failure,
  isNothing,
  onRetry,
}: {
  readonly failure: Error | null;
  readonly isNothing: boolean;
  readonly onRetry: () => void;
}) {
  const { t } = useTexts();
  if (failure !== null)
    return <FailedState failure={failure} onRetry={onRetry} />;
  return (
    <p className={styles["note"]} role="status">
      {t(isNothing ? "search.nothing" : "search.hint")}
    </p>
  );
}

/** One box for messages, files, people, conversations and objects; the arrows choose, Enter goes there. */
export function SearchPalette({ source, onGo, onClose }: SearchPaletteProps) {
  const { t } = useTexts();
  const listId = useId();
  const [text, setText] = useState("");
  const found = useSections(text, source);
  const { sections, isAsking, failure } = found;
  const rows = sections.flatMap(rowsOf);
  const go = ({ destination }: FoundRow) => {
    if (destination.kind === "filter") {
      setText(destination.text);
      return;
    }
    if (destination.kind === "more") {
      found.showMore(destination.of);
      return;
    }
    onClose();
    onGo(destination);
  };
  const { active, onKeyDown } = useChoosing({ rows, text, onGo: go });
  const isNothing = rows.length === 0 && !isAsking && text.trim() !== "";
  return (
    <Dialog
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
        onText={setText}
        onKeyDown={onKeyDown}
      />
      <Sections
        sections={sections}
        listId={listId}
        active={active}
        onChoose={go}
      />
      <Note failure={failure} isNothing={isNothing} onRetry={found.retry} />
    </Dialog>
  );
}
