import type { Checker } from "./evidence.ts";

/** P0 (e): unread counts and receipts are what a recount of the logs gives. */
export const countersRecount: Checker = ({ counters, logs }) =>
  counters.flatMap(
    ({ conversationId, principalId, deliveredTo, readTo, unreadCount }) => {
      const log = logs.get(conversationId) ?? [];
      const moved = log.flatMap((event) =>
        event.type === "receipt.moved" && event.actorId === principalId
          ? [event]
          : [],
      );
      const last = moved.at(-1);
      const unread = log.filter(
        (event) =>
          event.type === "message.created" &&
          event.actorId !== principalId &&
          event.seq > readTo,
      ).length;
      const wrong: string[] = [];
      // One's own message moves one's own receipts without an event of its own, so the row may be ahead of the last event.
      if (
        last !== undefined &&
        (readTo < last.readTo || deliveredTo < last.deliveredTo)
      )
        wrong.push(
          `receipts of ${principalId} in ${conversationId} stand behind their last event`,
        );
      if (readTo > deliveredTo)
        wrong.push(
          `${principalId} has read more of ${conversationId} than was delivered`,
        );
      if (unread !== unreadCount)
        wrong.push(
          `${principalId} has ${unread} unread in ${conversationId}, the server says ${unreadCount}`,
        );
      return wrong;
    },
  );
