import type { Conversation } from "@veche/contracts";
import type {
  LogSnapshot,
  LogTarget,
  ConversationLog,
} from "@veche/realtime-client";
import { useDocumentVisibility } from "@mantine/hooks";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useMessenger } from "../messenger-context.tsx";
import { useDoing } from "../use-doing.ts";
import { rowIndexOf, type TimelineRow } from "./timeline-rows.ts";
import type { TimelineScroll } from "./timeline.tsx";

const loadWithinRows = 25;

interface PlaceOptions {
  readonly conversation: Conversation;
  readonly log: ConversationLog;
  readonly snapshot: LogSnapshot;
  readonly rows: readonly TimelineRow[];
  readonly virtual: TimelineScroll;
  /** Where to look first; null: the first unread message, else the end. */
  readonly startSeq: number | null;
}

export interface Place {
  readonly isAtEnd: boolean;
  readonly highlightedSeq: number | null;
  readonly goTo: (target: LogTarget) => void;
  readonly goToEnd: () => void;
}

/** Pages are fetched before their edge is reached. */
function usePages({ log, snapshot, rows, virtual }: PlaceOptions) {
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { hasOlder, hasNewer, loading } = snapshot;
  const count = rows.length;
  useEffect(() => {
    if (loading !== null || count === 0) return;
    // What can't be fetched now is asked for again with the next movement.
    if (hasOlder && first < loadWithinRows)
      log.loadOlder().catch(() => undefined);
    else if (hasNewer && last > count - loadWithinRows)
      log.loadNewer().catch(() => undefined);
  }, [log, first, last, count, hasOlder, hasNewer, loading]);
}

/** What is on a visible screen is read. */
function useReading({ conversation, rows, virtual }: PlaceOptions) {
  const { realtime } = useMessenger();
  const isVisible = useDocumentVisibility() === "visible";
  const bottom =
    (virtual.scrollOffset ?? 0) + (virtual.scrollRect?.height ?? 0);
  const seen = virtual
    .getVirtualItems()
    .findLast(({ start }) => start < bottom);
  let readSeq = 0;
  for (let index = seen?.index ?? -1; index >= 0 && readSeq === 0; index -= 1) {
    const row = rows[index];
    if (row?.kind === "message" || row?.kind === "note")
      readSeq = row.entry.seq;
  }
  useEffect(() => {
    if (isVisible && readSeq > 0) realtime.markRead(conversation.id, readSeq);
  }, [realtime, conversation.id, isVisible, readSeq]);
}

/** Where in the log one looks. */
export function usePlace(options: PlaceOptions): Place {
  const { log, snapshot, rows, virtual, startSeq } = options;
  const doing = useDoing();
  const [highlightedSeq, setHighlighted] = useState<number | null>(null);
  const [wantedSeq, setWanted] = useState<number | null>(null);
  const isStarted = useRef(false);
  usePages(options);
  useReading(options);

  const goTo = (target: LogTarget) => {
    doing(
      log.jumpTo(target).then((seq) => {
        setHighlighted(seq);
        setWanted(seq);
      }),
    );
  };
  const startAt = useRef(goTo);
  useEffect(() => {
    startAt.current = goTo;
  });
  useEffect(() => {
    if (startSeq !== null) startAt.current({ seq: startSeq });
  }, [startSeq]);

  useLayoutEffect(() => {
    if (isStarted.current || rows.length === 0) return;
    isStarted.current = true;
    if (startSeq !== null) return;
    const unread = rows.findIndex(({ kind }) => kind === "unread");
    virtual.scrollToIndex(unread >= 0 ? unread : rows.length - 1, {
      align: unread >= 0 ? "start" : "end",
    });
  }, [rows, startSeq, virtual]);

  useLayoutEffect(() => {
    if (wantedSeq === null) return;
    const index = rowIndexOf(rows, wantedSeq);
    if (index < 0) return;
    virtual.scrollToIndex(index, { align: "center" });
    setWanted(null);
  }, [wantedSeq, rows, virtual]);

  return {
    isAtEnd: !snapshot.hasNewer && virtual.isAtEnd(120),
    highlightedSeq,
    goTo,
    goToEnd: () => {
      setHighlighted(null);
      doing(
        log.toNewest().then(() => queueMicrotask(() => virtual.scrollToEnd())),
      );
    },
  };
}
