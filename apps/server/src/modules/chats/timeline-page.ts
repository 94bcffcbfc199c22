import type { ConversationId, TimelineEvent } from "@veche/contracts";
import { AppError } from "../../platform/app-error.ts";
import type { StatementRunner } from "../../platform/db/statements.ts";
import { firstEntries, lastEntries, positionAt } from "./store/timeline.ts";

/** Which page is asked for; at most one of these. */
interface PlaceQuery {
  readonly beforeSeq?: number;
  readonly afterSeq?: number;
  readonly aroundSeq?: number;
  readonly aroundAt?: string;
}

export interface PageQuery extends PlaceQuery {
  readonly limit: number;
}

/** Entries in order, all from `fromSeq` to `toSeq`. */
export interface TimelinePage {
  readonly events: TimelineEvent[];
  readonly fromSeq: number;
  readonly toSeq: number;
  readonly hasMore: boolean;
}

interface Log {
  readonly conversationId: ConversationId;
  /** Nothing beyond it is told: a page and its head are of one moment. */
  readonly headSeq: number;
}

/** Reads a page of a log. Refuses `request.invalid` for two places at once. */
export async function timelinePage(
  runner: StatementRunner,
  log: Log,
  query: PageQuery,
): Promise<TimelinePage> {
  const { beforeSeq, afterSeq, aroundSeq, aroundAt, limit } = query;
  const asked = [beforeSeq, afterSeq, aroundSeq, aroundAt];
  if (asked.filter((one) => one !== undefined).length > 1)
    throw new AppError("request.invalid", {
      issues: [{ path: "/", message: "must name one place of the log" }],
    });
  if (afterSeq !== undefined)
    return pageAfter(runner, log, { afterSeq, limit });
  if (aroundSeq !== undefined)
    return pageAround(runner, log, { middle: aroundSeq, limit });
  if (aroundAt !== undefined) {
    const { conversationId, headSeq } = log;
    const at = { at: new Date(aroundAt), headSeq };
    const middle = await positionAt(runner, conversationId, at);
    return pageAround(runner, log, { middle, limit });
  }
  return pageBefore(runner, log, { beforeSeq: beforeSeq ?? Infinity, limit });
}

async function pageBefore(
  runner: StatementRunner,
  { conversationId, headSeq }: Log,
  { beforeSeq, limit }: { readonly beforeSeq: number; readonly limit: number },
): Promise<TimelinePage> {
  const toSeq = Math.min(headSeq, beforeSeq - 1);
  // One more than asked for tells whether there are more.
  const stretch = { afterSeq: 0, beforeSeq: toSeq + 1, limit: limit + 1 };
  const found = await lastEntries(runner, conversationId, stretch);
  const hasMore = found.length > limit;
  const events = hasMore ? found.slice(1) : found;
  const fromSeq = hasMore ? (events[0]?.seq ?? 1) : 1;
  return { events, fromSeq, toSeq, hasMore };
}

async function pageAfter(
  runner: StatementRunner,
  { conversationId, headSeq }: Log,
  { afterSeq, limit }: { readonly afterSeq: number; readonly limit: number },
): Promise<TimelinePage> {
  const stretch = { afterSeq, beforeSeq: headSeq + 1, limit: limit + 1 };
  const found = await firstEntries(runner, conversationId, stretch);
  const hasMore = found.length > limit;
  const events = found.slice(0, limit);
  const toSeq = hasMore ? (events.at(-1)?.seq ?? headSeq) : headSeq;
  return { events, fromSeq: afterSeq + 1, toSeq, hasMore };
}

async function pageAround(
  runner: StatementRunner,
  log: Log,
  { middle, limit }: { readonly middle: number; readonly limit: number },
): Promise<TimelinePage> {
  const half = Math.floor(limit / 2);
  const before =
    half === 0
      ? { events: [], fromSeq: middle, hasMore: middle > 1 }
      : await pageBefore(runner, log, { beforeSeq: middle, limit: half });
  const after = await pageAfter(runner, log, {
    afterSeq: middle - 1,
    limit: limit - before.events.length,
  });
  return {
    events: [...before.events, ...after.events],
    fromSeq: before.fromSeq,
    toSeq: after.toSeq,
    hasMore: before.hasMore || after.hasMore,
  };
}
