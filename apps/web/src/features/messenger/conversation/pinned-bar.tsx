import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Conversation } from "@veche/contracts";
import { iconPin } from "@veche/ui";
import { memo, useDeferredValue, useState } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useStore } from "../../../platform/store/use-store.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useMessenger } from "../messenger-context.tsx";
import { useConversation } from "./conversation-context.tsx";
import styles from "./conversation.module.css";

/** Pinned messages, one at a time; pressing leads to it and shows the next. */
export const PinnedBar = memo(WaitingBar);

/** Asks when the conversation stands on the screen; what an earlier visit heard is shown with it. */
function WaitingBar(props: { readonly conversation: Conversation }) {
  const { id } = props.conversation;
  const queries = useQueryClient();
  const [wasHeard] = useState(() =>
    queries
      .getQueriesData<readonly unknown[]>({ queryKey: ["pinned", id] })
      .some(([, heard]) => heard !== undefined && heard.length > 0),
  );
  const isPainted = useDeferredValue(true, wasHeard);
  return isPainted ? <DrawnBar {...props} /> : null;
}

function DrawnBar({ conversation }: { readonly conversation: Conversation }) {
  const { t } = useTexts();
  const { asks } = useMessenger();
  const { log, goTo } = useConversation();
  const { entries } = useStore(log);
  const [turn, setTurn] = useState(0);
  const pinChanges = entries.filter(
    ({ type }) => type === "message.pinned",
  ).length;
  const known = entries
    .filter(
      (entry) =>
        entry.type === "message.created" && entry.pinnedAt !== undefined,
    )
    .toReversed();
  const asked = useQuery({
    queryKey: ["pinned", conversation.id, pinChanges, known.length],
    queryFn: () => asks.pinned(conversation.id),
    retry: false,
  });
  const pinned = (asked.data ?? known).filter(
    (one) => one.type === "message.created",
  );
  const shown = pinned[turn % Math.max(1, pinned.length)];
  if (shown === undefined) return null;
  return (
    <button
      type="button"
      className={styles["pinned"]}
      onClick={() => {
        goTo(shown.seq);
        setTurn(turn + 1);
      }}
    >
      <Icon paths={iconPin} size={16} />
      <span className={styles["pinnedText"]}>
        <span className={styles["pinnedTitle"]}>
          {t("msg.pinnedCount", { count: pinned.length })}
        </span>
        <span className={styles["pinnedWords"]}>
          {shown.body === "" ? t("msg.attachment") : shown.body}
        </span>
      </span>
    </button>
  );
}
