import { useDeferredValue, useEffect, useRef, type RefObject } from "react";
import { useVirtualRows, type VirtualRows } from "../use-virtual-rows.ts";
import { estimatedPx } from "./estimated-px.ts";
import type { TimelineRow } from "./timeline-rows.ts";

export type TimelineScroll = VirtualRows;

const paddingPx = 12;
/** Of a window's height, what stands above and below a timeline. */
const aroundPx = 130;
/** So near to it one looks at the end. */
const endWithinPx = 60;
/** Rows drawn beyond those in sight: few until the first of them are painted. */
const overscan = { first: 2, later: 10 } as const;

/** Where a view of so many px begins, by what the rows are estimated at: at the unread line, else at the end. */
function firstOffsetPx(rows: readonly TimelineRow[], viewPx: number): number {
  const unread = rows.findIndex(({ kind }) => kind === "unread");
  let startPx = paddingPx;
  let totalPx = 2 * paddingPx;
  for (const [index, row] of rows.entries()) {
    const rowPx = estimatedPx(row);
    totalPx += rowPx;
    if (index < unread) startPx += rowPx;
  }
  const endPx = Math.max(0, totalPx - viewPx);
  return unread >= 0 ? Math.min(startPx, endPx) : endPx;
}

/** The end stays in sight when the view grows shorter: a composer of many lines stands below. */
function useEndKept(place: RefObject<HTMLDivElement | null>) {
  useEffect(() => {
    const view = place.current;
    if (view === null) return undefined;
    let heightPx = view.clientHeight;
    const observer = new ResizeObserver(() => {
      const shrunkPx = heightPx - view.clientHeight;
      heightPx = view.clientHeight;
      const fromEndPx = view.scrollHeight - view.scrollTop - heightPx;
      if (shrunkPx > 0 && fromEndPx - shrunkPx <= endWithinPx)
        view.scrollTop = view.scrollHeight;
    });
    observer.observe(view);
    return () => observer.disconnect();
  }, [place]);
}

/** Scrolling of a timeline: it keeps its place when older rows come, and follows its end while one is there. */
export function useTimelineScroll(
  rows: readonly TimelineRow[],
  { isAtEndOfLog }: { readonly isAtEndOfLog: boolean },
) {
  const place = useRef<HTMLDivElement>(null);
  const viewPx = window.innerHeight - aroundPx;
  const virtual = useVirtualRows({
    count: rows.length,
    // The first rows are drawn where they will be looked at, not at the beginning.
    enabled: rows.length > 0,
    initialRect: { width: 0, height: viewPx },
    initialOffset: () => firstOffsetPx(rows, viewPx),
    getScrollElement: () => place.current,
    getItemKey: (index) => rows[index]?.key ?? index,
    estimateSize: (index) => estimatedPx(rows[index]),
    overscan: useDeferredValue<number>(overscan.later, overscan.first),
    anchorTo: "end",
    followOnAppend: isAtEndOfLog,
    scrollEndThreshold: endWithinPx,
    paddingEnd: paddingPx,
    paddingStart: paddingPx,
  });
  useEndKept(place);
  return { place, virtual };
}
