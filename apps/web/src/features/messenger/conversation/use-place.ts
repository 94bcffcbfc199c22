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
import type { TimelineScroll } from "./use-timeline-scroll.ts";

const loadWithinRows = 25;

interface PlaceOptions {
  readonly conversation: Conversation;
  readonly log: ConversationLog;
  readonly snapshot: LogSnapshot;
  readonly rows: readonly TimelineRow[];
  readonly virtual: TimelineScroll;
  /** Where to look first; null: the first unread message, else the end. */
  readonly startSeq: number | null;
  /** The last position read when the conversation was opened; null: nothing is unread. */
  readonly unreadAfterSeq: number | null;
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
  /* The place from which a page could not be fetched: it is asked for again after the next movement. */
  const failedAt = useRef("");
  useEffect(() => {
    const place = `${String(first)} ${String(last)} ${String(count)}`;
    if (loading !== null || count === 0 || failedAt.current === place) return;
    const failed = () => {
      failedAt.current = place;
    };
    if (hasOlder && first < loadWithinRows) log.loadOlder().catch(failed);
    else if (hasNewer && last > count - loadWithinRows)
      log.loadNewer().catch(failed);
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

/** The first look: the first unread message, else the end. */
function useStart({
  log,
  rows,
  startSeq,
  unreadAfterSeq,
  virtual,
}: PlaceOptions) {
  const isStarted = useRef(false);
  useEffect(() => {
    // Where it can't be brought into view, the end is shown.
    if (startSeq === null && unreadAfterSeq !== null)
      log.jumpTo({ seq: unreadAfterSeq + 1 }).then(
        () => {
          isStarted.current = false;
        },
        () => undefined,
      );
  }, [log, startSeq, unreadAfterSeq]);
  useLayoutEffect(() => {
    if (isStarted.current || rows.length === 0) return;
    isStarted.current = true;
    if (startSeq !== null) return;
    const unread = rows.findIndex(({ kind }) => kind === "unread");
    if (unread >= 0) virtual.scrollToIndex(unread, { align: "start" });
    else virtual.scrollToIndex(rows.length - 1, { align: "end" });
  }, [rows, startSeq, virtual]);
}

/** Brings a row into the middle as soon as it stands among the rows. */
function useWish({ rows, virtual }: PlaceOptions) {
  const wished = useRef<number | null>(null);
  const [turn, setTurn] = useState(0);
  useLayoutEffect(() => {
    if (wished.current === null) return;
    const index = rowIndexOf(rows, wished.current);
    if (index < 0) return;
    virtual.scrollToIndex(index, { align: "center" });
    wished.current = null;
  }, [rows, virtual, turn]);
  return (seq: number | null) => {
    wished.current = seq;
    setTurn((before) => before + 1);
  };
}

/** Where in the log one looks. */
export function usePlace(options: PlaceOptions): Place {
  const { log, snapshot, virtual, startSeq } = options;
  const doing = useDoing();
  const [highlightedSeq, setHighlighted] = useState<number | null>(null);
  usePages(options);
  useReading(options);
  useStart(options);
  const wish = useWish(options);
  const goTo = (target: LogTarget) => {
    const found = log.jumpTo(target).then((seq) => {
      setHighlighted(seq);
      wish(seq);
    });
    doing(found);
  };
  const startAt = useRef(goTo);
  useEffect(() => {
    startAt.current = goTo;
  });
  useEffect(() => {
    if (startSeq !== null) startAt.current({ seq: startSeq });
  }, [startSeq]);
  const goToEnd = () => {
    setHighlighted(null);
    const there = log.toNewest();
    doing(there.then(() => queueMicrotask(() => virtual.scrollToEnd())));
  };
  const isAtEnd = !snapshot.hasNewer && virtual.isAtEnd(120);
  return { isAtEnd, highlightedSeq, goTo, goToEnd };
}
