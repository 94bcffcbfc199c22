import {
  excerptOf,
  type EntryChange,
  type ErrorCode,
  type MessageCreated,
} from "@veche/contracts";
import { areSameMentions } from "./mentions.ts";
import type {
  ChangeCommand,
  EditCommand,
  PinCommand,
  ReactCommand,
} from "./message-command.ts";
import { isEditable, type Seat } from "./rights.ts";

/** A change before the log has given it its place. */
export type NewChange = EntryChange extends infer One
  ? One extends EntryChange
    ? Omit<One, "seq" | "at">
    : never
  : never;

export interface Ack {
  readonly seq: number;
  readonly at: string;
}

export type ChangeVerdict =
  | { readonly kind: "change"; readonly event: NewChange }
  /** It is so already; `ack` names the event that made it so, where that is asked. */
  | { readonly kind: "done"; readonly ack: Ack }
  /** The same edit stands earlier in this very batch. */
  | { readonly kind: "done_here"; readonly first: EditCommand }
  | { readonly kind: "refused"; readonly code: ErrorCode };

export const refused = (code: ErrorCode): ChangeVerdict => ({
  kind: "refused",
  code,
});

/** So many different emoji under one message, and of one person under one message. */
export const reactionLimits = { ofMessage: 100, ofPerson: 20 } as const;

const about = (
  { principalId, messageId }: ChangeCommand,
  { seq }: MessageCreated,
) => ({ actorId: principalId, messageId, messageSeq: seq });

export function editVerdict(
  edit: EditCommand,
  message: MessageCreated,
): ChangeVerdict {
  const { body, mentions } = edit;
  if (!isEditable(message)) return refused("message.not_editable");
  const isSame =
    message.body === body && areSameMentions(message.mentions ?? [], mentions);
  if (isSame) return { kind: "done", ack: message };
  return {
    kind: "change",
    event: {
      type: "message.edited",
      ...about(edit, message),
      body,
      ...(mentions.length === 0 ? {} : { mentions: [...mentions] }),
    },
  };
}

export const deleteVerdict = (
  change: ChangeCommand,
  message: MessageCreated,
): ChangeVerdict => ({
  kind: "change",
  event: {
    type: "message.deleted",
    ...about(change, message),
    reason: message.actorId === change.principalId ? "author" : "moderator",
  },
});

export function reactVerdict(
  react: ReactCommand,
  message: MessageCreated,
  mine: ReadonlySet<string>,
): ChangeVerdict {
  const { emoji, isSet } = react;
  if (mine.has(emoji) === isSet) return { kind: "done", ack: message };
  const reactions = message.reactions ?? [];
  const known = reactions.find((one) => one.emoji === emoji);
  const isTooMany =
    mine.size >= reactionLimits.ofPerson ||
    (known === undefined && reactions.length >= reactionLimits.ofMessage);
  if (isSet && isTooMany) return refused("message.too_many_reactions");
  const count = Math.max(0, (known?.count ?? 0) + (isSet ? 1 : -1));
  return {
    kind: "change",
    event: {
      type: "reaction.changed",
      ...about(react, message),
      emoji,
      isSet,
      count,
    },
  };
}

export const dropPreviewVerdict = (
  change: ChangeCommand,
  message: MessageCreated,
): ChangeVerdict =>
  message.linkPreview === undefined
    ? { kind: "done", ack: message }
    : {
        kind: "change",
        event: {
          type: "message.previewed",
          ...about(change, message),
          linkPreview: null,
        },
      };

/** So many pinned messages in one conversation. */
export const pinLimit = 100;
const longestExcerpt = 300;

export function pinVerdict(
  pin: PinCommand,
  message: MessageCreated,
  { seat, pinnedCount }: { readonly seat: Seat; readonly pinnedCount: number },
): ChangeVerdict {
  const { isPinned } = pin;
  if ((message.pinnedAt !== undefined) === isPinned)
    return { kind: "done", ack: message };
  if (isPinned && pinnedCount >= pinLimit)
    return refused("message.too_many_pins");
  const isTold = isPinned && seat.confidentiality === null;
  return {
    kind: "change",
    event: {
      type: "message.pinned",
      ...about(pin, message),
      isPinned,
      excerpt: isTold ? excerptOf(message.body, longestExcerpt) : "",
    },
  };
}
