import { useRef } from "react";
import { useVirtualRows, type VirtualRows } from "../use-virtual-rows.ts";
import { estimatedPx } from "./estimated-px.ts";
import type { TimelineRow } from "./timeline-rows.ts";

export type TimelineScroll = VirtualRows;

/** Scrolling of a timeline: it keeps its place when older rows come, and follows its end while one is there. */
export function useTimelineScroll(
  rows: readonly TimelineRow[],
  { isAtEndOfLog }: { readonly isAtEndOfLog: boolean },
) {
  const place = useRef<HTMLDivElement>(null);
  const virtual = useVirtualRows({
    count: rows.length,
    getScrollElement: () => place.current,
    getItemKey: (index) => rows[index]?.key ?? index,
    estimateSize: (index) => estimatedPx(rows[index]),
    overscan: 10,
    anchorTo: "end",
    followOnAppend: isAtEndOfLog,
    scrollEndThreshold: 60,
    paddingEnd: 12,
    paddingStart: 12,
  });
  return { place, virtual };
}
