import { ActionIcon, Textarea } from "@mantine/core";
import type { GuestStay } from "@veche/contracts";
import { messageBodyOf, type RealtimeClient } from "@veche/realtime-client";
import { iconSend, iconX } from "@veche/ui";
import { useState, type KeyboardEvent } from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import { useStore } from "../../platform/store/use-store.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import {
  timelineRows,
  type TimelineRow,
} from "../../platform/timeline/timeline-rows.ts";
import { TimelineView } from "../../platform/timeline/timeline-view.tsx";
import styles from "./guest.module.css";

interface GuestChatProps {
  readonly realtime: RealtimeClient;
  readonly stay: GuestStay;
  readonly onClose: () => void;
}

/** My words at my own side, whatever the staff's view calls that side. */
const facing = (row: TimelineRow): readonly TimelineRow[] =>
  row.kind === "message"
    ? [{ ...row, isOfCustomer: row.unsentId === null && !row.isOfCustomer }]
    : [];

/** What is written in the conference since the guest came. */
export function GuestChat({ realtime, stay, onClose }: GuestChatProps) {
  const { t } = useTexts();
  const { conversationId } = stay;
  const { entries, members } = useStore(realtime.log(conversationId));
  const unsent = useStore(realtime.unsentIn(conversationId));
  const rows = timelineRows({
    ...{ events: entries, members, unsent },
    customerId: stay.me.id,
  }).flatMap(facing);
  return (
    <aside className={styles["chat"]} aria-label={t("guest.chat")}>
      <header>
        <h2>{t("guest.chat")}</h2>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("action.close")}
          onClick={onClose}
        >
          <Icon paths={iconX} size={18} />
        </ActionIcon>
      </header>
      <div
        className={styles["log"]}
        role="log"
        aria-label={t("guest.chat")}
        tabIndex={0}
      >
        {rows.length === 0 && (
          <p className={styles["quiet"]}>{t("guest.chatEmpty")}</p>
        )}
        <TimelineView rows={rows} />
      </div>
      <Writing
        onSend={(body) => void realtime.sendMessage(conversationId, body)}
      />
    </aside>
  );
}

function Writing({ onSend }: { readonly onSend: (body: string) => void }) {
  const { t } = useTexts();
  const [text, setText] = useState("");
  const { body, excess } = messageBodyOf(text);
  const isReady = body !== "" && excess === 0;
  const send = () => {
    if (!isReady) return;
    onSend(body);
    setText("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isSending = event.key === "Enter" && !event.shiftKey;
    if (!isSending || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <div className={styles["composer"]}>
      <Textarea
        aria-label={t("message.placeholder")}
        placeholder={t("message.placeholder")}
        autosize
        minRows={1}
        maxRows={5}
        value={text}
        error={excess > 0 && t("chat.tooLong", { count: excess })}
        onKeyDown={onKeyDown}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <ActionIcon
        size={36}
        aria-label={t("action.send")}
        disabled={!isReady}
        onClick={send}
      >
        <Icon paths={iconSend} size={18} />
      </ActionIcon>
    </div>
  );
}
