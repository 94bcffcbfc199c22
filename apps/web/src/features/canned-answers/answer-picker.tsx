import { TextInput } from "@mantine/core";
import type { CannedAnswer } from "@veche/contracts";
import { iconSearch } from "@veche/ui";
import {
  useEffect,
  useId,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
} from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { afterKey } from "./after-key.ts";
import { answerFor, type AnswerSources } from "./fill-in.ts";
import { foundAnswers } from "./found-answers.ts";
import { useCannedAnswers } from "./use-canned-answers.ts";
import styles from "./canned-answers.module.css";

interface AnswerPickerProps {
  readonly sources: AnswerSources;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  /** With the text as the customer will read it. */
  readonly onChoose: (text: string) => void;
  /** By Escape: back to where one writes. */
  readonly onClose: () => void;
  /** The focus went elsewhere. */
  readonly onLeave: () => void;
  /** The list cannot be read now: what is written is no search in it. */
  readonly onUnreadable: () => void;
}

interface RowProps {
  readonly id: string;
  readonly answer: CannedAnswer;
  readonly words: string;
  readonly isActive: boolean;
  readonly onChoose: () => void;
}

function Row({ id, answer, words, isActive, onChoose }: RowProps) {
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
      <span className={styles["name"]}>
        {answer.title}
        <code>/{answer.shortcut}</code>
      </span>
      <span className={styles["words"]}>{words}</span>
    </li>
  );
}

interface Choosing {
  readonly count: number;
  /** Of another search the first is chosen again. */
  readonly search: string;
  readonly onEnter: (index: number) => void;
  readonly onEscape: () => void;
}

/** Which row is chosen, and what the keys do. */
function useChoosing({ count, search, onEnter, onEscape }: Choosing) {
  const [chosen, setChosen] = useState({ search, index: 0 });
  const active =
    chosen.search === search
      ? Math.min(chosen.index, Math.max(0, count - 1))
      : 0;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const after = afterKey(event.key, { active, count });
    if (after === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (after === "close") onEscape();
    else if (after === "choose") onEnter(active);
    else setChosen({ search, index: after });
  };
  return { active, onKeyDown };
}

/** The field takes the focus, behind what was typed already. */
function useFocused() {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const { length } = field.current?.value ?? "";
    field.current?.focus();
    field.current?.setSelectionRange(length, length);
  }, []);
  return field;
}

interface SearchLineProps extends Pick<
  AnswerPickerProps,
  "search" | "onSearch"
> {
  readonly listId: string;
  /** Undefined: nothing is found. */
  readonly activeId: string | undefined;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function SearchLine(props: SearchLineProps) {
  const { search, onSearch, listId, activeId, onKeyDown } = props;
  const { t } = useTexts();
  return (
    <TextInput
      ref={useFocused()}
      role="combobox"
      aria-expanded={activeId !== undefined}
      aria-controls={listId}
      aria-activedescendant={activeId}
      aria-autocomplete="list"
      aria-label={t("canned.search")}
      placeholder={t("canned.search")}
      leftSection={<Icon paths={iconSearch} size={16} />}
      value={search}
      onKeyDown={onKeyDown}
      onChange={(event) => onSearch(event.currentTarget.value)}
    />
  );
}

function Found({
  answers,
  ...props
}: AnswerPickerProps & { readonly answers: readonly CannedAnswer[] }) {
  const { sources, search, onSearch, onChoose, onClose } = props;
  const { t } = useTexts();
  const listId = useId();
  const found = foundAnswers(answers, search).map((answer) => ({
    answer,
    words: answerFor(sources, answer.text),
  }));
  const { active, onKeyDown } = useChoosing({
    count: found.length,
    search,
    onEnter: (index) => found[index] && onChoose(found[index].words),
    onEscape: onClose,
  });
  return (
    <>
      <SearchLine
        {...{ search, onSearch, onKeyDown, listId }}
        activeId={found.length > 0 ? `${listId}-${String(active)}` : undefined}
      />
      {found.length === 0 && (
        <p className={styles["none"]} role="status">
          {t(answers.length === 0 ? "canned.empty" : "canned.noneFound")}
        </p>
      )}
      <ul
        id={listId}
        role="listbox"
        aria-label={t("canned.pageTitle")}
        className={styles["list"]}
      >
        {found.map(({ answer, words }, index) => (
          <Row
            key={answer.id}
            id={`${listId}-${String(index)}`}
            answer={answer}
            words={words}
            isActive={index === active}
            onChoose={() => onChoose(words)}
          />
        ))}
      </ul>
    </>
  );
}

/** A list of the office's canned answers over the field one writes in: found by words, chosen by arrows and Enter. */
export function AnswerPicker(props: AnswerPickerProps) {
  const query = useCannedAnswers();
  const { onUnreadable } = props;
  const isUnreadable =
    query.data === undefined && (query.isPaused || query.failureCount > 0);
  useEffect(() => {
    if (isUnreadable) onUnreadable();
  }, [isUnreadable, onUnreadable]);
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) props.onLeave();
  };
  return (
    <div className={styles["picker"]} onBlur={onBlur}>
      <Loaded query={query}>
        {(answers) => <Found {...props} answers={answers} />}
      </Loaded>
    </div>
  );
}
