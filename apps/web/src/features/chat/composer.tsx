import { ActionIcon, Textarea } from "@mantine/core";
import { iconSend } from "@veche/ui";
import { useRef, useState, type KeyboardEvent } from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import { useServices } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { toBody } from "./message-body.ts";
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

export function Composer(props: ChatProps) {
  const { realtime, conversationId, customer } = props;
  const { t } = useTexts();
  const [text, setText] = useState("");
  const sayTyping = useTypingWord(props);
  const { body, excess } = toBody(text);

  const send = () => {
    if (body === "" || excess > 0) return;
    realtime.sendMessage(conversationId, body);
    setText("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (
      event.key !== "Enter" ||
      event.shiftKey ||
      event.nativeEvent.isComposing
    )
      return;
    event.preventDefault();
    send();
  };
  return (
    <form
      className={styles["composer"]}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Textarea
        className={styles["input"]}
        aria-label={t("chat.messageTo", { name: customer.name })}
        placeholder={t("message.placeholder")}
        title={t("chat.hint")}
        data-chat-input
        autosize
        minRows={1}
        maxRows={6}
        value={text}
        error={excess > 0 && t("chat.tooLong", { count: excess })}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setText(event.currentTarget.value);
          if (event.currentTarget.value !== "") sayTyping();
        }}
      />
      <ActionIcon
        type="submit"
        size={40}
        aria-label={t("action.send")}
        disabled={body === "" || excess > 0}
      >
        <Icon paths={iconSend} />
      </ActionIcon>
    </form>
  );
}
