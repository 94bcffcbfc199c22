import { Modal, TextInput } from "@mantine/core";
import type { Conversation, MessageCreated } from "@veche/contracts";
import { iconSearch } from "@veche/ui";
import { useState } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { conversationName } from "../conversation-name.ts";
import { listed } from "../list/listed.ts";
import { mayPost } from "../message/message-actions.ts";
import { useMessenger } from "../messenger-context.tsx";
import { Picture } from "../picture.tsx";
import { useNameWords } from "../use-conversation-name.ts";
import styles from "./dialogs.module.css";

interface ForwardDialogProps {
  readonly messages: readonly MessageCreated[];
  readonly from: Conversation;
  readonly onClose: () => void;
}

const shownAtMost = 60;

/** Where to send messages on. */
export function ForwardDialog({ messages, from, onClose }: ForwardDialogProps) {
  const { t } = useTexts();
  const { realtime, me, open } = useMessenger();
  const words = useNameWords();
  const [text, setText] = useState("");
  const places = listed(
    realtime.conversations.get(),
    { filter: { kind: "all" }, text },
    { me: me.id, words, openId: undefined },
  )
    .filter((one) => mayPost(one))
    .slice(0, shownAtMost);
  const send = (to: Conversation) => {
    for (const message of messages)
      realtime.sendMessage(to.id, "", {
        forwards: { conversationId: from.id, message },
      });
    onClose();
    open(to.id);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("forward.title", { count: messages.length })}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <TextInput
        data-autofocus
        type="search"
        aria-label={t("chats.search")}
        placeholder={t("chats.search")}
        leftSection={<Icon paths={iconSearch} size={16} />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ul className={styles["people"]}>
        {places.map((one) => {
          const name = conversationName(one, me.id, words);
          return (
            <li key={one.id}>
              <button
                type="button"
                className={styles["person"]}
                onClick={() => send(one)}
              >
                <Picture
                  name={name}
                  id={one.id}
                  pictureId={one.pictureId}
                  size={36}
                />
                <span className={styles["personText"]}>
                  <span>{name}</span>
                </span>
              </button>
            </li>
          );
        })}
        {places.length === 0 && (
          <li className={styles["detail"]}>{t("chats.nothingFound")}</li>
        )}
      </ul>
    </Modal>
  );
}
