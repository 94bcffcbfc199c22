import { Button } from "@mantine/core";
import type { ConversationLog, LogSnapshot } from "@veche/realtime-client";
import { iconMessage } from "@veche/ui";
import { EmptyState } from "../../platform/kit/empty-state.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import {
  timelineRows,
  type MessageRow,
} from "../../platform/timeline/timeline-rows.ts";
import { TimelineView } from "../../platform/timeline/timeline-view.tsx";
import type { ChatProps } from "./chat-props.ts";
import { useFollowing } from "./use-following.ts";
import { useLog } from "./use-log.ts";
import styles from "./chat.module.css";

function RefusedActions({
  row,
  realtime,
}: { readonly row: MessageRow } & Pick<ChatProps, "realtime">) {
  const { t } = useTexts();
  const { unsentId } = row;
  if (unsentId === null) return null;
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => realtime.retryMessage(unsentId)}
      >
        {t("chat.retry")}
      </Button>
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={() => realtime.discardMessage(unsentId)}
      >
        {t("chat.discard")}
      </Button>
    </>
  );
}

interface OlderProps {
  readonly log: ConversationLog;
  readonly snapshot: LogSnapshot;
}

function Older({ log, snapshot }: OlderProps) {
  const texts = useTexts();
  if (!snapshot.hasOlder) return null;
  const show = () =>
    void log
      .loadOlder()
      .catch((failure: unknown) => notifyFailure(texts, failure));
  return (
    <div className={styles["older"]}>
      <Button
        size="compact-sm"
        variant="subtle"
        loading={snapshot.loading !== null}
        onClick={show}
      >
        {texts.t("chat.older")}
      </Button>
    </div>
  );
}

/** The log, kept at its end while one reads the end; what is seen is marked as read. */
export function ChatLog({ realtime, conversationId, customer }: ChatProps) {
  const { t } = useTexts();
  const { log, snapshot, unsent } = useLog(realtime, conversationId);
  const { entries, members, hasOlder } = snapshot;
  const customerId = customer.id;
  const rows = timelineRows({ events: entries, members, customerId, unsent });
  const lastRow = rows.at(-1);
  const { place, isBehind, goToEnd } = useFollowing({
    lastKey: lastRow?.key,
    onSeen: () => {
      // A note asks for no receipt, and the last of them ends my membership.
      const seq = entries.at(-1)?.seq;
      if (lastRow?.kind === "message" && seq !== undefined)
        realtime.markRead(conversationId, seq);
    },
  });
  return (
    <div className={styles["place"]}>
      <div
        ref={place}
        className={styles["log"]}
        role="log"
        aria-label={t("chat.log", { name: customer.name })}
        tabIndex={0}
      >
        <Older log={log} snapshot={snapshot} />
        {rows.length === 0 && !hasOlder && (
          <EmptyState
            icon={iconMessage}
            title={t("chat.empty")}
            advice={t("chat.emptyAdvice")}
          />
        )}
        <TimelineView
          rows={rows}
          actionsFor={(row) => <RefusedActions row={row} realtime={realtime} />}
        />
      </div>
      {isBehind && (
        <Button
          className={styles["toEnd"]}
          size="compact-sm"
          radius="xl"
          onClick={goToEnd}
        >
          {t("chat.newBelow")}
        </Button>
      )}
    </div>
  );
}
