import type { TimelineEvent } from "@veche/contracts";
import type { Checker, Counters } from "./evidence.ts";

/** P0 (e): unread counts, mentions and receipts are what a recount of the logs gives. */
export const countersRecount: Checker = ({ counters, logs, deeds }) =>
  counters.flatMap((one) => {
    const log = logs.get(one.conversationId) ?? [];
    const hasGoneBack = deeds.some(
      (deed) =>
        deed.kind === "marked_unread" &&
        deed.actorId === one.principalId &&
        deed.conversationId === one.conversationId,
    );
    return [
      ...(hasGoneBack ? [] : cursorsBehindTheirLog(one, log)),
      ...wrongCounts(one, log),
    ];
  });

function cursorsBehindTheirLog(
  { conversationId, principalId, readTo, deliveredTo }: Counters,
  log: readonly TimelineEvent[],
): readonly string[] {
  const last = log.findLast(
    (event) => event.type === "receipt.moved" && event.actorId === principalId,
  );
  // One's own message moves one's own receipts without an event of its own, so the row may be ahead of the last event.
  return last?.type === "receipt.moved" &&
    (readTo < last.readTo || deliveredTo < last.deliveredTo)
    ? [
        `receipts of ${principalId} in ${conversationId} stand behind their last event`,
      ]
    : [];
}

function wrongCounts(
  counters: Counters,
  log: readonly TimelineEvent[],
): readonly string[] {
  const { conversationId, principalId, deliveredTo, readTo } = counters;
  const unread = log.flatMap((event) =>
    event.type === "message.created" &&
    event.actorId !== principalId &&
    event.seq > readTo
      ? [event]
      : [],
  );
  const mentions = unread.filter(({ mentions: named = [] }) =>
    named.some(
      (one) =>
        one.kind === "all" ||
        (one.kind === "principal" && one.principalId === principalId),
    ),
  );
  const wrong: string[] = [];
  if (readTo > deliveredTo)
    wrong.push(
      `${principalId} has read more of ${conversationId} than was delivered`,
    );
  if (unread.length !== counters.unreadCount)
    wrong.push(
      `${principalId} has ${unread.length} unread in ${conversationId}, the server says ${counters.unreadCount}`,
    );
  if (mentions.length !== counters.mentionCount)
    wrong.push(
      `${principalId} is named ${mentions.length} times in ${conversationId}, the server says ${counters.mentionCount}`,
    );
  return wrong;
}
