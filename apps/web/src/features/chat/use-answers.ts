import { useState, type RefObject } from "react";
import { useSteady } from "../../platform/use-steady.ts";
import type { AnswerPicking } from "./chat-props.ts";

interface Draft {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** How the list was opened: by a slash what follows it in the field is searched for, by the button a word of its own. */
type Opening = (
  { readonly by: "slash" } | { readonly by: "button"; readonly search: string }
) & {
  /** The list cannot be read now. */
  readonly isUnreadable?: true;
};

/** When the list of ready-made answers stands over the field, and what a chosen one does to the draft: it is never sent. */
export function useAnswers({ text, setText, field }: Draft) {
  const [opening, setOpening] = useState<Opening>();
  const close = () => setOpening(undefined);
  const onUnreadable = useSteady(() =>
    setOpening((present) => present && { ...present, isUnreadable: true }),
  );
  const goBack = () => {
    close();
    field.current?.focus();
  };
  const onSearch = (search: string) => {
    if (opening?.by === "slash") setText(`/${search}`);
    else setOpening({ by: "button", search });
  };
  const onChoose = (answer: string) => {
    const { selectionStart: from = 0, selectionEnd: to = 0 } =
      field.current ?? {};
    setText(
      opening?.by === "slash"
        ? answer
        : text.slice(0, from) + answer + text.slice(to),
    );
    goBack();
  };
  const picking: AnswerPicking | undefined = opening && {
    search: opening.by === "slash" ? text.slice(1) : opening.search,
    onSearch,
    onChoose,
    onClose: goBack,
    onLeave: close,
    onUnreadable,
  };
  return {
    picking,
    /** What is in the field is a search, not a message. */
    isSearching: opening !== undefined && opening.isUnreadable !== true,
    close,
    /** Called with what the field holds next, before it does. */
    noteTyped: (value: string) => {
      if (text === "" && value.startsWith("/")) setOpening({ by: "slash" });
      else if (opening?.by === "slash" && !value.startsWith("/")) close();
    },
    toggle: () => {
      if (opening === undefined) setOpening({ by: "button", search: "" });
      else goBack();
    },
  };
}
