import type { PrincipalId, TimelineEntry } from "@veche/contracts";
import type { ConversationFold } from "./list/conversation-list.ts";
import type { Amend } from "./log/held-ranges.ts";
import type { LogKeeper } from "./log/log-keeper.ts";
import type { LogWalk } from "./log/log-walk.ts";
import { endOfLogWalk } from "./log/end-of-log-walk.ts";
import type { OutboxChange, OutboxItem } from "./outbox-item.ts";

/** A command as it is said, by the contract's name. */
export interface OutboxCommand {
  readonly name: string;
  readonly params: object;
}

/** What differs between a client of the whole messenger and one of a single chat, which must be small. */
export interface Abilities {
  /** What an event says of the conversation it happened in. */
  readonly fold: ConversationFold;
  /** How an item of the outbox is said to the server. */
  readonly commandOf: (item: OutboxItem) => OutboxCommand;
  /** Is an item that has not left yet made pointless by a newer one? */
  readonly isOvertaken: (older: OutboxItem, newer: OutboxItem) => boolean;
  readonly amend: Amend;
  readonly createWalk: (log: LogKeeper) => LogWalk;
  /** The entries as they will be once my own changes are known to the server; the same list when there are none. */
  readonly layOver: (
    entries: readonly TimelineEntry[],
    changes: readonly OutboxChange[],
    me: PrincipalId,
  ) => readonly TimelineEntry[];
}

/** Text is sent, and text is shown: the widget. */
export const chatAbilities: Abilities = {
  fold: (conversation) => conversation,
  commandOf: (item) => {
    const { conversationId, clientId } = item;
    const body = item.kind === "message" ? item.body : "";
    return { name: "message.send", params: { conversationId, clientId, body } };
  },
  isOvertaken: () => false,
  amend: (entry, change) => {
    const isAbout =
      entry.type === "message.created" && entry.seq === change.messageSeq;
    if (!isAbout) return entry;
    if (change.type === "message.edited")
      return { ...entry, body: change.body, editedAt: change.at };
    return change.type === "message.deleted"
      ? { ...entry, body: "", deletedAt: change.at }
      : entry;
  },
  createWalk: () => endOfLogWalk,
  layOver: (entries) => entries,
};
