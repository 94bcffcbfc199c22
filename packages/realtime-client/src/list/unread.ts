import type {
  Conversation,
  MessageCreated,
  PrincipalId,
  TagId,
  TimelineEntry,
  TimelineEvent,
} from "@veche/contracts";
import type { HeldRange } from "../log/held-ranges.ts";

/** Who counts, and which tags name them. */
export interface Reader {
  readonly principalId: PrincipalId;
  readonly tagIds: ReadonlySet<TagId>;
}

export interface UnreadCounts {
  readonly unreadCount: number;
  readonly mentionCount: number;
}

const isNamed = (message: MessageCreated, { principalId, tagIds }: Reader) =>
  (message.mentions ?? []).some(
    (mention) =>
      mention.kind === "all" ||
      (mention.kind === "principal" && mention.principalId === principalId) ||
      (mention.kind === "tag" && tagIds.has(mention.tagId)),
  );

/** How many of these are messages of others after `readTo`, and how many of those name me. */
export function countUnread(
  events: readonly TimelineEvent[],
  readTo: number,
  reader: Reader,
): UnreadCounts {
  let unreadCount = 0;
  let mentionCount = 0;
  for (const event of events) {
    const isNews =
      event.type === "message.created" &&
      event.seq > readTo &&
      event.actorId !== reader.principalId;
    if (!isNews) continue;
    unreadCount += 1;
    if (isNamed(event, reader)) mentionCount += 1;
  }
  return { unreadCount, mentionCount };
}

export const readToOf = (
  { members }: Pick<Conversation, "members">,
  me: PrincipalId,
): number => members.find(({ principalId }) => principalId === me)?.readTo ?? 0;

const between = (
  entries: readonly TimelineEntry[],
  afterSeq: number,
  toSeq: number,
) => entries.filter(({ seq }) => seq > afterSeq && seq <= toSeq);

export interface ReadMove {
  readonly from: number;
  readonly to: number;
  readonly headSeq: number;
  /** What is held of the log. */
  readonly ranges: readonly HeldRange[];
}

/**
 * The counts after reading on: counted where the held stretches tell, otherwise unknown, and the server's word is
 * waited for.
 */
export function countsAfterReading(
  before: UnreadCounts,
  { from, to, headSeq, ranges }: ReadMove,
  reader: Reader,
): UnreadCounts | undefined {
  if (to >= headSeq) return { unreadCount: 0, mentionCount: 0 };
  const covers = (fromSeq: number, toSeq: number) =>
    ranges.find((one) => one.fromSeq <= fromSeq && toSeq <= one.toSeq);
  const rest = covers(to + 1, headSeq);
  if (rest !== undefined)
    return countUnread(between(rest.entries, to, headSeq), to, reader);
  const read = covers(from + 1, to);
  if (read === undefined) return undefined;
  const gone = countUnread(between(read.entries, from, to), from, reader);
  return {
    unreadCount: Math.max(0, before.unreadCount - gone.unreadCount),
    mentionCount: Math.max(0, before.mentionCount - gone.mentionCount),
  };
}
