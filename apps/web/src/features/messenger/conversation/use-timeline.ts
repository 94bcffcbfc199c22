import type { Conversation } from "@veche/contracts";
import { useMemo, useState } from "react";
import { useStore } from "../../../platform/store/use-store.ts";
import { useMessenger } from "../messenger-context.tsx";
import { timelineRows } from "./timeline-rows.ts";
import { useTimelineScroll } from "./use-timeline-scroll.ts";
import { usePlace } from "./use-place.ts";

/** A conversation's log as rows, and where in it one looks. */
export function useTimeline(
  conversation: Conversation,
  startSeq: number | null,
) {
  const { realtime, me } = useMessenger();
  const log = realtime.log(conversation.id);
  const snapshot = useStore(log);
  const unsent = useStore(realtime.unsentIn(conversation.id));
  const [unreadAfterSeq] = useState(() => {
    const mine = conversation.members.find(
      ({ principalId }) => principalId === me.id,
    );
    return conversation.unreadCount > 0 ? (mine?.readTo ?? 0) : null;
  });
  const { entries, hasNewer } = snapshot;
  const rows = useMemo(
    () =>
      timelineRows({
        entries,
        unsent: hasNewer ? [] : unsent,
        me: me.id,
        unreadAfterSeq,
      }),
    [entries, unsent, me.id, unreadAfterSeq, hasNewer],
  );
  const { place, virtual } = useTimelineScroll(rows, {
    isAtEndOfLog: !hasNewer,
  });
  const where = usePlace({
    unreadAfterSeq,
    conversation,
    log,
    snapshot,
    rows,
    virtual,
    startSeq,
  });
  return { log, snapshot, rows, place, virtual, where };
}

export type TimelineParts = ReturnType<typeof useTimeline>;
