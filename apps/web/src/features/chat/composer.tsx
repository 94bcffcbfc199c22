import { messageBodyOf } from "@veche/realtime-client";
import { ActionIcon, Textarea } from "@mantine/core";
import { iconSend } from "@veche/ui";
import { useRef, useState, type ChangeEvent, type KeyboardEvent } from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import { useServices } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { ChatProps } from "./chat-props.ts";
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

export function Composer(props: ChatProps) {
  const { t } = useTexts();
  const { text, setText, excess, isReady, send } = useDraft(props);
  const sayTyping = useTypingWord(props);
  const onKeyDown = (event: KeyboardEvent) => {
    const isSending = event.key === "Enter" && !event.shiftKey;
    if (!isSending || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  const onChange = ({ currentTarget }: ChangeEvent<HTMLTextAreaElement>) => {
    setText(currentTarget.value);
    if (currentTarget.value !== "") sayTyping();
  };
  return (
    <div className={styles["composer"]}>
      <Textarea
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
