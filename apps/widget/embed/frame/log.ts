import {
  entryAfter,
  type TimelineEntry,
  type TimelineEvent,
} from "@veche/contracts";

/** What is shown of a conversation, and how far it was heard. */
export interface Log {
  readonly entries: readonly TimelineEntry[];
  readonly seq: number;
}

/** Lays events over what stands: entries are added, changes amend them. The same event again changes nothing. */
export function logAfter(log: Log, events: readonly TimelineEvent[]): Log {
  return events.reduce(next, log);
}

function next({ entries, seq }: Log, event: TimelineEvent): Log {
  if (event.seq <= seq) return { entries, seq };
  switch (event.type) {
    case "receipt.moved":
      return { entries, seq: event.seq };
    case "message.edited":
    case "message.deleted":
    case "reaction.changed":
    case "message.previewed":
      return {
        entries: entries.map((entry) => entryAfter(entry, event)),
        seq: event.seq,
      };
    case "message.pinned":
      return {
        entries: [...entries.map((entry) => entryAfter(entry, event)), event],
        seq: event.seq,
      };
    default:
      return { entries: [...entries, event], seq: event.seq };
  }
}
