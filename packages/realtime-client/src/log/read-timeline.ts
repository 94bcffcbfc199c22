import type { TimelineEvent } from "@veche/contracts";
import { isEntry, type LogPage, type PageRequest } from "./log-page.ts";

/** The query of `getTimeline` that asks for a page. */
export interface TimelineQuery {
  readonly limit: number;
  readonly beforeSeq?: number;
  readonly afterSeq?: number;
  readonly aroundSeq?: number;
  readonly aroundAt?: string;
}

/** What `getTimeline` answers. */
export interface TimelineAnswer {
  readonly events: readonly TimelineEvent[];
  readonly fromSeq: number;
  readonly toSeq: number;
  readonly headSeq: number;
}

/** Reads a page by the server's endpoint; only how to ask differs between those who read. */
export async function readTimeline(
  { place, limit }: PageRequest,
  ask: (query: TimelineQuery) => Promise<TimelineAnswer>,
): Promise<LogPage> {
  const { events, fromSeq, toSeq, headSeq } = await ask({ limit, ...place });
  return { entries: events.filter(isEntry), fromSeq, toSeq, headSeq };
}
