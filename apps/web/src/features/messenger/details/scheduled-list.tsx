import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type {
  Conversation,
  MessageId,
  ScheduledMessage,
} from "@veche/contracts";
import { useEffect, useState } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { MomentDialog } from "../dialogs/moment-dialog.tsx";
import { iconPaperclip } from "../icons.ts";
import { useMessenger } from "../messenger-context.tsx";
import { useDoing } from "../use-doing.ts";
import styles from "./details.module.css";

interface ScheduledRowProps {
  readonly message: ScheduledMessage;
  readonly onMove: () => void;
  readonly onCancel: () => void;
}

function ScheduledRow({ message, onMove, onCancel }: ScheduledRowProps) {
  const { t, dateTime, errors } = useTexts();
  const { body, attachments = [], sticker, sendAt, refusal } = message;
  return (
    <li>
      <time dateTime={sendAt} className={styles["quiet"]}>
        {dateTime(sendAt)}
      </time>
      {body !== "" && <span>{body}</span>}
      {sticker !== undefined && <span>{sticker.emoji}</span>}
      {attachments.map(({ fileId, name, isVoice }) => (
        <span key={fileId} className={styles["quiet"]}>
          <Icon paths={iconPaperclip} size={14} />{" "}
          {isVoice ? t("chats.hint.voice") : name}
        </span>
      ))}
      {refusal !== null && (
        <span className={styles["wrong"]} role="alert">
          {errors[refusal].happened} {errors[refusal].advice}
        </span>
      )}
      <span className={styles["buttons"]}>
        <Button size="compact-xs" variant="subtle" onClick={onMove}>
          {t("schedule.move")}
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          color="red"
          onClick={onCancel}
        >
          {t("action.cancel")}
        </Button>
      </span>
    </li>
  );
}

/** My messages here that wait for their time, as my other devices change them too. */
function useScheduled({ id }: Conversation) {
  const { asks, realtime } = useMessenger();
  const client = useQueryClient();
  const doing = useDoing();
  const queryKey = ["scheduled", id];
  useEffect(
    () =>
      realtime.on("scheduled.changed", ({ conversationId, scheduled }) => {
        client.setQueryData(["scheduled", conversationId], scheduled);
      }),
    [realtime, client],
  );
  const { data = [] } = useQuery({
    queryKey,
    queryFn: () => asks.scheduled(id),
    retry: false,
  });
  const after = (work: Promise<unknown>) =>
    doing(work.then(() => client.invalidateQueries({ queryKey })));
  return { data, after };
}

/** My messages here that wait for their time. */
export function ScheduledList({
  conversation,
}: {
  readonly conversation: Conversation;
}) {
  const { t } = useTexts();
  const { asks } = useMessenger();
  const { data, after } = useScheduled(conversation);
  const [moved, setMoved] = useState<MessageId | null>(null);
  if (data.length === 0) return null;
  return (
    <section className={styles["part"]} aria-label={t("schedule.list")}>
      <h3>{t("schedule.list")}</h3>
      <ul className={styles["scheduled"]}>
        {data.map((message) => (
          <ScheduledRow
            key={message.scheduledId}
            message={message}
            onMove={() => setMoved(message.scheduledId)}
            onCancel={() => after(asks.unschedule(message.scheduledId))}
          />
        ))}
      </ul>
      {moved !== null && (
        <MomentDialog
          title={t("schedule.title")}
          action={t("schedule.action")}
          onClose={() => setMoved(null)}
          onChoose={(sendAt) => {
            after(asks.reschedule(moved, { sendAt }));
            setMoved(null);
          }}
        />
      )}
    </section>
  );
}
