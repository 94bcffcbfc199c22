import type {
  MessageCreated,
  TimelineChange,
  TimelineEntry,
  TimelineEventOf,
} from "./timeline.ts";
import type { PrincipalId } from "./ids.ts";
import type { Reaction } from "./messages.ts";

/** At most so many of those who hold a reaction are named. */
const namedHolders = 100;

/** What changes an entry that stands already: the changes of a message, and its pinning. */
export type EntryChange =
  | Exclude<TimelineChange, { type: "receipt.moved" }>
  | TimelineEventOf<"message.pinned">;

type Reacted = Pick<
  TimelineEventOf<"reaction.changed">,
  "actorId" | "emoji" | "isSet" | "count"
>;

function holdersAfter(
  held: readonly PrincipalId[],
  { actorId, isSet }: Reacted,
): PrincipalId[] {
  const others = held.filter((id) => id !== actorId);
  if (actorId === null || !isSet) return others;
  return held.includes(actorId)
    ? [...held]
    : [...others, actorId].slice(0, namedHolders);
}

function reactionsAfter(
  before: readonly Reaction[],
  change: Reacted,
): Reaction[] {
  const { emoji, count } = change;
  const known = before.find((one) => one.emoji === emoji);
  const principalIds = holdersAfter(known?.principalIds ?? [], change);
  const after = { emoji, count, principalIds };
  if (known === undefined)
    return count === 0 ? [...before] : [...before, after];
  return before.flatMap((one) =>
    one !== known ? [one] : count === 0 ? [] : [after],
  );
}

/** Keeps what says who spoke, where and when; everything said goes. */
const deleted = (entry: MessageCreated, deletedAt: string): MessageCreated => ({
  type: entry.type,
  seq: entry.seq,
  at: entry.at,
  actorId: entry.actorId,
  messageId: entry.messageId,
  clientId: entry.clientId,
  body: "",
  deletedAt,
});

function messageAfter(
  entry: MessageCreated,
  change: EntryChange,
): MessageCreated {
  switch (change.type) {
    case "message.edited": {
      const { mentions: _before, ...rest } = entry;
      const { body, mentions, at: editedAt } = change;
      const after = { ...rest, body, editedAt };
      return mentions === undefined ? after : { ...after, mentions };
    }
    case "message.deleted":
      return deleted(entry, change.at);
    case "reaction.changed": {
      const { reactions = [], ...rest } = entry;
      const after = reactionsAfter(reactions, change);
      return after.length === 0 ? rest : { ...rest, reactions: after };
    }
    case "message.previewed": {
      const { linkPreview: _before, ...rest } = entry;
      const { linkPreview } = change;
      return linkPreview === null ? rest : { ...rest, linkPreview };
    }
    case "message.pinned": {
      const { pinnedAt: _before, ...rest } = entry;
      return change.isPinned ? { ...rest, pinnedAt: change.at } : rest;
    }
  }
}

/**
 * An entry as it stands after a change: the one rule by which the server amends what it keeps and a client what it
 * shows. What speaks of another entry, or of a message that is deleted, leaves it as it is; the same change again
 * changes nothing more. Of a deleted message nothing is left where it was pinned either.
 */
export function entryAfter(
  entry: TimelineEntry,
  change: EntryChange,
): TimelineEntry {
  if (isPinOfDeleted(entry, change)) return { ...entry, excerpt: "" };
  const isAbout =
    entry.type === "message.created" && entry.seq === change.messageSeq;
  if (!isAbout || entry.deletedAt !== undefined) return entry;
  return messageAfter(entry, change);
}

const isPinOfDeleted = (
  entry: TimelineEntry,
  change: EntryChange,
): entry is TimelineEventOf<"message.pinned"> =>
  change.type === "message.deleted" &&
  entry.type === "message.pinned" &&
  entry.messageSeq === change.messageSeq;

/** A change of a deleted message, with nothing left of what the message said. */
export function wordless(change: EntryChange): EntryChange {
  switch (change.type) {
    case "message.edited": {
      const { mentions: _gone, ...rest } = change;
      return { ...rest, body: "" };
    }
    case "message.previewed":
      return { ...change, linkPreview: null };
    case "message.pinned":
      return { ...change, excerpt: "" };
    case "message.deleted":
    case "reaction.changed":
      return change;
  }
}
