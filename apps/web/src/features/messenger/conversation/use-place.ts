import type { Conversation } from "@veche/contracts";
import type {
  LogSnapshot,
  LogTarget,
  ConversationLog,
} from "@veche/realtime-client";
import { useDocumentVisibility } from "@mantine/hooks";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useSteady } from "../../../platform/use-steady.ts";
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

type Align = "start" | "center" | "end";

/** How a row is brought into view. */
interface Aim {
  readonly at: (index: number, align: Align) => void;
  /** Is the view still to be moved there? */
  readonly isOnItsWay: () => boolean;
}

/**
 * Rows are aimed at by their offset, which stays with its row when a page comes before it; an index would mean another
 * row then.
 */
function useAim({ rows, virtual }: PlaceOptions): Aim {
  const leftPx = useRef<number | null>(null);
  const at = useSteady((index: number, align: Align) => {
    const isEnd = align === "end" && index === rows.length - 1;
    const fromPx = virtual.scrollOffset ?? 0;
    const toPx = isEnd
      ? fromPx + virtual.getDistanceFromEnd()
      : (virtual.getOffsetForIndex(index, align)?.[0] ?? fromPx);
    leftPx.current = Math.abs(toPx - fromPx) > 2 ? fromPx : null;
    if (isEnd) virtual.scrollToEnd();
    else virtual.scrollToOffset(toPx);
  });
  const isOnItsWay = useSteady(() => {
    if (leftPx.current !== virtual.scrollOffset) leftPx.current = null;
    return leftPx.current !== null;
  });
  return useMemo(() => ({ at, isOnItsWay }), [at, isOnItsWay]);
}

/** Pages are fetched before their edge is reached. */
function usePages({ log, snapshot, rows, virtual }: PlaceOptions, aim: Aim) {
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const offsetPx = virtual.scrollOffset;
  const { hasOlder, hasNewer, loading } = snapshot;
  const count = rows.length;
  /* The place from which a page could not be fetched: it is asked for again after the next movement. */
  const failedAt = useRef("");
  useEffect(() => {
    const place = `${String(first)} ${String(last)} ${String(count)}`;
    if (loading !== null || count === 0 || failedAt.current === place) return;
    // What is in sight now is only passed by.
    if (aim.isOnItsWay()) return;
    const failed = () => {
      failedAt.current = place;
    };
    if (hasOlder && first < loadWithinRows) log.loadOlder().catch(failed);
    else if (hasNewer && last > count - loadWithinRows)
      log.loadNewer().catch(failed);
  }, [log, aim, first, last, count, hasOlder, hasNewer, loading, offsetPx]);
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
function useStart(
  { log, rows, startSeq, unreadAfterSeq }: PlaceOptions,
  aim: Aim,
) {
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
    if (unread >= 0) aim.at(unread, "start");
    else aim.at(rows.length - 1, "end");
  }, [rows, startSeq, aim]);
}

/** Brings a row into the middle as soon as it stands among the rows. */
function useWish({ rows }: PlaceOptions, aim: Aim) {
  const wished = useRef<number | null>(null);
  const [turn, setTurn] = useState(0);
  useLayoutEffect(() => {
    if (wished.current === null) return;
    const index = rowIndexOf(rows, wished.current);
    if (index < 0) return;
    aim.at(index, "center");
    wished.current = null;
  }, [rows, aim, turn]);
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
  const aim = useAim(options);
  useReading(options);
  useStart(options, aim);
  const wish = useWish(options, aim);
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
  // Last: a place that is gone to is asked for before a page beside the one that is left.
  usePages(options, aim);
  const goToEnd = () => {
    setHighlighted(null);
    const there = log.toNewest();
    doing(there.then(() => queueMicrotask(() => virtual.scrollToEnd())));
  };
  const isAtEnd = !snapshot.hasNewer && virtual.isAtEnd(120);
  return { isAtEnd, highlightedSeq, goTo, goToEnd };
}
