import {
  entryAfter,
  type TimelineEntry,
  type TimelineEvent,
} from "@veche/contracts";
import type { LogPage, LogPlace } from "../src/index.ts";
import { isEntry } from "../src/log/log-page.ts";

/** A log's entries as they stand now: what the server keeps in its table. */
export function presentEntries(
  log: readonly TimelineEvent[],
): readonly TimelineEntry[] {
  const entries = new Map<number, TimelineEntry>();
  for (const event of log) {
    if (isEntry(event)) entries.set(event.seq, event);
    if ("messageSeq" in event) {
      const entry = entries.get(event.messageSeq);
      if (entry !== undefined)
        entries.set(event.messageSeq, entryAfter(entry, event));
    }
  }
  return [...entries.values()];
}

function stretchOf(
  entries: readonly TimelineEntry[],
  place: LogPlace,
  limit: number,
): readonly TimelineEntry[] {
  if ("beforeSeq" in place)
    return entries.filter(({ seq }) => seq < place.beforeSeq).slice(-limit);
  if ("afterSeq" in place)
    return entries.filter(({ seq }) => seq > place.afterSeq).slice(0, limit);
  const found = entries.findIndex((entry) =>
    "aroundSeq" in place
      ? entry.seq >= place.aroundSeq
      : entry.at >= place.aroundAt,
  );
  const middle = found === -1 ? entries.length : found;
  const start = Math.max(0, middle - Math.floor(limit / 2));
  return entries.slice(start, start + limit);
}

/** What the server's timeline endpoint answers. */
export function pageOf(
  log: readonly TimelineEvent[],
  { place, limit }: { readonly place: LogPlace; readonly limit: number },
): LogPage {
  const all = presentEntries(log);
  const entries = stretchOf(all, place, limit);
  const first = entries[0]?.seq;
  const last = entries.at(-1)?.seq;
  const headSeq = log.length;
  const hasOlder = first !== undefined && all[0]?.seq !== first;
  const hasNewer = last !== undefined && all.at(-1)?.seq !== last;
  const fromSeq =
    "afterSeq" in place ? place.afterSeq + 1 : hasOlder ? first : 1;
  const toSeq =
    "beforeSeq" in place
      ? Math.min(headSeq, place.beforeSeq - 1)
      : hasNewer
        ? last
        : headSeq;
  return { entries, fromSeq, toSeq, headSeq };
}
