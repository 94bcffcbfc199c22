import {
  entryAfter,
  type EntryChange,
  type MessageCreated,
  type PrincipalId,
  type TimelineEntry,
} from "@veche/contracts";
import type { OutboxChange } from "../outbox-item.ts";
import { placeOf } from "./held-ranges.ts";

function eventOf(
  { change, messageId, messageSeq, writtenAt }: OutboxChange,
  message: MessageCreated,
  me: PrincipalId,
): EntryChange {
  const about = {
    seq: messageSeq,
    at: new Date(writtenAt).toISOString(),
    actorId: me,
    messageId,
    messageSeq,
  };
  switch (change.kind) {
    case "edit": {
      const { body, mentions } = change;
      const edited = { ...about, type: "message.edited", body } as const;
      return mentions === undefined
        ? edited
        : { ...edited, mentions: [...mentions] };
    }
    case "delete":
      return { ...about, type: "message.deleted", reason: "author" };
    case "reaction": {
      const { emoji, isSet } = change;
      const held = message.reactions?.find((one) => one.emoji === emoji);
      const isHeld = held?.principalIds.includes(me) ?? false;
      const step = isHeld === isSet ? 0 : isSet ? 1 : -1;
      const count = Math.max(0, (held?.count ?? 0) + step);
      return { ...about, type: "reaction.changed", emoji, isSet, count };
    }
  }
}

/** The entries as they will be once my own changes are known to the server; the same list when there are none. */
export function laidOver(
  entries: readonly TimelineEntry[],
  changes: readonly OutboxChange[],
  me: PrincipalId,
): readonly TimelineEntry[] {
  let shown = entries;
  for (const change of changes) {
    const place = placeOf(shown, change.messageSeq);
    const entry = shown[place];
    if (entry?.type === "message.created" && entry.seq === change.messageSeq)
      shown = shown.with(place, entryAfter(entry, eventOf(change, entry, me)));
  }
  return shown;
}
