import { messageBodyOf } from "@veche/realtime-client";
import { ActionIcon, Textarea } from "@mantine/core";
import { iconBolt, iconSend } from "@veche/ui";
import { useRef, useState, type ChangeEvent, type KeyboardEvent } from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import { useServices } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { ChatProps } from "./chat-props.ts";
import { useAnswers } from "./use-answers.ts";
import styles from "./chat.module.css";

const typingEveryMs = 3000;

/** Tells the others that I type, at most once in three seconds; a lost word of it is no loss. */
function useTypingWord({ realtime, conversationId }: ChatProps) {
  const { powers } = useServices();
  const lastAt = useRef(0);
  return () => {
    if (powers.nowMs() - lastAt.current < typingEveryMs) return;
    lastAt.current = powers.nowMs();
    realtime.send("typing.show", { conversationId }).catch(() => undefined);
  };
}

/** What is being written, and its sending. */
function useDraft({ realtime, conversationId }: ChatProps) {
  const [text, setText] = useState("");
  const { body, excess } = messageBodyOf(text);
  const isReady = body !== "" && excess === 0;
  const send = () => {
    if (!isReady) return;
    realtime.sendMessage(conversationId, body);
    setText("");
  };
  return { text, setText, excess, isReady, send };
}

type Typed = ChangeEvent<HTMLTextAreaElement>;

/** Opens the list of ready-made answers; the field keeps the focus until the list takes it. */
function AnswersButton({
  isOpen,
  onPress,
}: {
  readonly isOpen: boolean;
  readonly onPress: () => void;
}) {
  const { t } = useTexts();
  return (
    <ActionIcon
      size={40}
      variant="subtle"
      color="gray"
      aria-label={t("canned.open")}
      title={t("canned.openHint")}
      aria-expanded={isOpen}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <Icon paths={iconBolt} />
    </ActionIcon>
  );
}

/** Enter sends; Escape ends the choosing of an answer. */
const keysFor =
  (answers: ReturnType<typeof useAnswers>, send: () => void) =>
  (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    // Until the list takes the focus, or where it cannot be read.
    if (event.key === "Escape") answers.close();
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    // A search in the list that is about to open is no message.
    if (answers.isSearching) return;
    answers.close();
    send();
  };

export function Composer(props: ChatProps) {
  const { t } = useTexts();
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, setText, excess, isReady, send } = useDraft(props);
  const answers = useAnswers({ text, setText, field });
  const sayTyping = useTypingWord(props);
  const onKeyDown = keysFor(answers, send);
  const onChange = ({ currentTarget: { value } }: Typed) => {
    answers.noteTyped(value);
    setText(value);
    if (value !== "") sayTyping();
  };
  return (
    <div className={styles["composer"]}>
      {answers.picking && props.answers(answers.picking)}
      <AnswersButton
        isOpen={answers.picking !== undefined}
        onPress={answers.toggle}
      />
      <Textarea
        ref={field}
        className={styles["input"]}
        aria-label={t("chat.messageTo", { name: props.customer.name })}
        placeholder={t("message.placeholder")}
        title={t("chat.hint")}
        data-chat-input
        autosize
        minRows={1}
        maxRows={6}
        value={text}
        error={excess > 0 && t("chat.tooLong", { count: excess })}
        onKeyDown={onKeyDown}
        onChange={onChange}
      />
      <ActionIcon
        size={40}
        aria-label={t("action.send")}
        disabled={!isReady}
        onClick={send}
      >
        <Icon paths={iconSend} />
      </ActionIcon>
    </div>
  );
}
