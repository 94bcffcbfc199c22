import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Conversation, MessageId } from "@veche/contracts";
import { useState } from "react";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { MomentDialog } from "../dialogs/moment-dialog.tsx";
import type { ScheduledMessage } from "../asks.ts";
import { useMessenger } from "../messenger-context.tsx";
import { isOffered } from "../offers.ts";
import { useDoing } from "../use-doing.ts";
import styles from "./details.module.css";

interface ScheduledRowProps {
  readonly message: ScheduledMessage;
  readonly onMove: () => void;
  readonly onCancel: () => void;
}

function ScheduledRow({ message, onMove, onCancel }: ScheduledRowProps) {
  const { t, dateTime } = useTexts();
  const { body, sendAt } = message;
  return (
    <li>
      <time dateTime={sendAt} className={styles["quiet"]}>
        {dateTime(sendAt)}
      </time>
      <span>{body}</span>
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

/** My messages here that wait for their time. */
export function ScheduledList({
  conversation,
}: {
  readonly conversation: Conversation;
}) {
  const { t } = useTexts();
  const { asks } = useMessenger();
  const doing = useDoing();
  const client = useQueryClient();
  const [moved, setMoved] = useState<MessageId | null>(null);
  const queryKey = ["scheduled", conversation.id];
  const { data = [] } = useQuery({
    queryKey,
    queryFn: () => asks.scheduled(conversation.id),
    retry: false,
    enabled: isOffered("scheduled"),
  });
  const after = (work: Promise<unknown>) =>
    doing(work.then(() => client.invalidateQueries({ queryKey })));
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
