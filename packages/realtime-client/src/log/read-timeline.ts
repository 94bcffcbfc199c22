import type { TimelineEvent } from "@veche/contracts";
import { isEntry, type LogPage, type PageRequest } from "./log-page.ts";

/** The query of `getTimeline` that asks for a page. */
export interface TimelineQuery {
  readonly limit: number;
  readonly beforeSeq?: number;
  readonly afterSeq?: number;
}

/** What `getTimeline` answers. */
export interface TimelineAnswer {
  readonly events: readonly TimelineEvent[];
  readonly headSeq: number;
  /** Is there more in the direction that was read? */
  readonly hasMore: boolean;
}

/** Reads a page by the server's endpoint; only how to ask differs between those who read. */
export async function readTimeline(
  { place, limit }: PageRequest,
  ask: (query: TimelineQuery) => Promise<TimelineAnswer>,
): Promise<LogPage> {
  const { events, headSeq, hasMore } = await ask({ limit, ...place });
  const first = events[0]?.seq;
  const last = events.at(-1)?.seq;
  const isForward = "afterSeq" in place;
  const entries = events.filter(isEntry);
  if (isForward) {
    const toSeq = hasMore && last !== undefined ? last : headSeq;
    return { entries, fromSeq: place.afterSeq + 1, toSeq, headSeq };
  }
  const beforeSeq = "beforeSeq" in place ? place.beforeSeq : headSeq + 1;
  const fromSeq = hasMore && first !== undefined ? first : 1;
  return { entries, fromSeq, toSeq: Math.min(headSeq, beforeSeq - 1), headSeq };
}
