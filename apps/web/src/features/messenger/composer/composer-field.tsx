import type { Conversation } from "@veche/contracts";
import {
  useId,
  useRef,
  type AriaAttributes,
  type ChangeEvent,
  type ClipboardEvent,
} from "react";
import { useServices } from "../../../platform/services.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useMessenger } from "../messenger-context.tsx";
import { useGrowing } from "./use-growing.ts";
import type { Writing } from "./use-writing.ts";
import styles from "./composer.module.css";

const typingEveryMs = 3000;

/** Tells the others that I type, at most once in three seconds; a lost word of it is no loss. */
function useTypingWord({ id: conversationId }: Conversation) {
  const { realtime } = useMessenger();
  const { powers } = useServices();
  const lastAt = useRef(0);
  return () => {
    if (powers.nowMs() - lastAt.current < typingEveryMs) return;
    lastAt.current = powers.nowMs();
    realtime.send("typing.show", { conversationId }).catch(() => undefined);
  };
}

interface ComposerFieldProps {
  readonly writing: Writing;
  readonly conversation: Conversation;
  readonly name: string;
  /** Of the list of whom to name. */
  readonly listId: string;
}

/** What the field tells of its suggestions and of too many words. */
function describing(
  { suggesting: { suggestions, active }, composing }: Writing,
  listId: string,
  excessId: string,
): AriaAttributes {
  return {
    "aria-autocomplete": "list",
    ...(suggestions.length > 0 && {
      "aria-controls": listId,
      "aria-activedescendant": `${listId}-${String(active)}`,
    }),
    ...(composing.excess > 0 && {
      "aria-invalid": true,
      "aria-describedby": excessId,
    }),
  };
}

/** The field itself; it grows with what is written. */
export function ComposerField({
  writing,
  conversation,
  name,
  listId,
}: ComposerFieldProps) {
  const { t } = useTexts();
  const sayTyping = useTypingWord(conversation);
  const { field, composing, suggesting, add, onKeyDown } = writing;
  const { excess } = composing;
  const excessId = useId();
  useGrowing(field, composing.text);
  const onPaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    add(files);
  };
  const onChange = ({ currentTarget }: ChangeEvent<HTMLTextAreaElement>) => {
    composing.setText(currentTarget.value);
    suggesting.moved(currentTarget.selectionEnd);
    if (currentTarget.value !== "") sayTyping();
  };
  return (
    <div className={styles["input"]}>
      <textarea
        ref={field}
        rows={1}
        aria-label={t("compose.to", { name })}
        placeholder={t("message.placeholder")}
        {...describing(writing, listId, excessId)}
        value={composing.text}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onSelect={(event) => suggesting.moved(event.currentTarget.selectionEnd)}
        onChange={onChange}
      />
      {excess > 0 && (
        <p id={excessId} className={styles["excess"]}>
          {t("chat.tooLong", { count: excess })}
        </p>
      )}
    </div>
  );
}
