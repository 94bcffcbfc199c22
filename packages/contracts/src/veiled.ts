import type { TimelineEvent } from "./timeline.ts";
import { wordless } from "./entry-after.ts";

/** Stands where an emoji stood. */
const anyEmoji = "❔";

/**
 * An event without what was said: its place, time, kind and author stay, so that a log has no gap and counts stay
 * right where words may not be shown.
 */
export function veiled(event: TimelineEvent): TimelineEvent {
  switch (event.type) {
    case "message.created": {
      const { type, seq, at, actorId, messageId, clientId, deletedAt } = event;
      const own = { type, seq, at, actorId, messageId, clientId, body: "" };
      return deletedAt === undefined ? own : { ...own, deletedAt };
    }
    case "message.edited":
    case "message.previewed":
    case "message.pinned":
      return wordless(event);
    case "reaction.changed":
      return { ...event, emoji: anyEmoji };
    default:
      return event;
  }
}
