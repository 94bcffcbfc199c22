import type { ChatProps } from "./chat-props.ts";
import { ChatLog } from "./chat-log.tsx";
import { Composer } from "./composer.tsx";
import { TypingLine } from "./typing-line.tsx";
import styles from "./chat.module.css";

/** The chat of a conversation: its log, who is typing, and where one writes. */
export function ChatPane(props: ChatProps) {
  return (
    <div className={styles["pane"]}>
      <ChatLog {...props} />
      <TypingLine {...props} />
      {props.isOpen && <Composer {...props} />}
    </div>
  );
}
