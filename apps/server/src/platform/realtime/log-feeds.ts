import type { ConversationId } from "@veche/contracts";
import type { EventBus } from "../event-bus.ts";
import type { Log } from "../log.ts";
import type { Timers } from "../timers.ts";
import { LogFeed } from "./log-feed.ts";
import type { SyncSource } from "./sync-source.ts";

export interface LogFeedsDeps {
  readonly sync: SyncSource;
  readonly bus: EventBus;
  readonly timers: Timers;
  readonly log: Log;
}

export interface LogFeeds extends Disposable {
  feed(conversationId: ConversationId): LogFeed;
}

const COMPARE_INTERVAL_MS = 5_000;
/** Feeds kept though nobody reads them: the readers of a storm come back to them. */
const MAX_FEEDS = 10_000;
const MAX_WEIGHT_BYTES = 64 * 1024 * 1024;

/** The logs that matter now, fed by the bus. The bus is a hint: every few seconds the tables are asked for the heads. */
export function createLogFeeds({
  sync,
  bus,
  timers,
  log,
}: LogFeedsDeps): LogFeeds {
  const feeds = new Map<ConversationId, LogFeed>();

  const feed: LogFeeds["feed"] = (conversationId) => {
    const found = feeds.get(conversationId);
    if (found !== undefined) return found;
    const made = new LogFeed(conversationId, sync);
    feeds.set(conversationId, made);
    return made;
  };
  const hearing = bus.on("timeline.appended", ({ conversationId, events }) => {
    const grown = feed(conversationId);
    grown.append(events);
    // Behind the others: the map is kept in the order of the last event.
    feeds.delete(conversationId);
    feeds.set(conversationId, grown);
  });
  const compare = async (): Promise<void> => {
    for (const one of feeds.values()) one.forgetPage();
    trim(feeds);
    const read = [...feeds.values()].filter(({ readers }) => readers.size > 0);
    if (read.length === 0) return;
    const heads = await sync.headsOf(read.map((one) => one.conversationId));
    for (const one of read) one.raiseHead(heads.get(one.conversationId) ?? 0);
  };
  const comparing = timers.every(COMPARE_INTERVAL_MS, () => {
    compare().catch((error: unknown) => {
      log.warn({ error }, "heads could not be compared");
    });
  });

  return {
    feed,
    [Symbol.dispose]() {
      hearing[Symbol.dispose]();
      comparing[Symbol.dispose]();
    },
  };
}

/** Lets go of the longest silent until the rest fits. */
function trim(feeds: Map<ConversationId, LogFeed>): void {
  let weightBytes = 0;
  for (const one of feeds.values()) weightBytes += one.weightBytes;
  for (const [conversationId, one] of feeds) {
    const isTooMany = feeds.size > MAX_FEEDS;
    if (weightBytes <= MAX_WEIGHT_BYTES && !isTooMany) break;
    weightBytes -= one.weightBytes;
    one.forget();
    if (one.readers.size === 0) feeds.delete(conversationId);
  }
}
