import type { ConversationId, MessageId } from "@veche/contracts";
import type { LentUnit } from "../../../platform/db/statements.ts";
import type { BatchDeps, PresentMessage } from "./batch-facts.ts";
import { keepChanges } from "./keep-changes.ts";

/** Messages of one conversation that are too old, and why. */
export interface Expiry {
  readonly conversationId: ConversationId;
  readonly reason: "expired" | "retention";
  readonly messages: readonly {
    readonly messageId: MessageId;
    readonly seq: number;
  }[];
}

/**
 * Takes everything said out of messages, as deleting them does, in the caller's transaction. The caller holds the
 * conversation and names only messages that still say something.
 */
export async function expireMessages(
  { chats, files }: Pick<BatchDeps, "chats" | "files">,
  unit: LentUnit,
  expiry: Expiry,
): Promise<void> {
  const { conversationId, reason, messages } = expiry;
  if (messages.length === 0) return;
  const entries = await entriesOf(chats, unit, expiry);
  const placed = await chats.appendMany(
    unit,
    messages.map(({ messageId, seq: messageSeq }) => ({
      conversationId,
      event: {
        type: "message.deleted",
        actorId: null,
        messageId,
        messageSeq,
        reason,
      },
    })),
  );
  await keepChanges({ chats, files }, unit, {
    facts: { messageIn: (_command, messageId) => entries.get(messageId) },
    changes: placed.flatMap((event) =>
      event.type === "message.deleted"
        ? [{ event, command: deletionOf(conversationId, event.messageId) }]
        : [],
    ),
  });
}

const deletionOf = (conversationId: ConversationId, messageId: MessageId) =>
  ({ kind: "delete", conversationId, messageId }) as const;

/** As they stand before they go. */
async function entriesOf(
  chats: BatchDeps["chats"],
  unit: LentUnit,
  { conversationId, messages }: Expiry,
): Promise<ReadonlyMap<MessageId, PresentMessage>> {
  const places = messages.map(({ seq }) => ({ conversationId, seq }));
  const found = await chats.batch.eventsAt(unit.tx, places);
  return new Map(
    [...found.values()].flatMap(({ event, actorName }) =>
      event.type === "message.created"
        ? [[event.messageId, { entry: event, authorName: actorName ?? "" }]]
        : [],
    ),
  );
}
