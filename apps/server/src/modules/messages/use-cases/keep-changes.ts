import {
  entryAfter,
  type ConversationId,
  type EntryChange,
  type MessageCreated,
  type MessageId,
  type TimelineEventOf,
} from "@veche/contracts";
import type { UnitOfWork } from "../../../platform/db/database.ts";
import type { ChangeCommand } from "../domain/message-command.ts";
import { eraseEdits, insertEdits, type NewEdit } from "../store/edits.ts";
import {
  eraseReactions,
  writeReactions,
  type HeldReaction,
} from "../store/reactions.ts";
import type { MessagesTables } from "../store/tables.ts";
import type { BatchDeps, BatchFacts } from "./batch-facts.ts";

/** A change with its place in the log. */
export interface PlacedChange {
  readonly command: ChangeCommand;
  readonly event: EntryChange;
}

/** Amends the entries that the changes are of, and keeps what the entries do not tell: who holds what, what was said. */
export async function keepChanges(
  chats: BatchDeps["chats"],
  unit: UnitOfWork<MessagesTables>,
  {
    facts,
    changes,
  }: {
    readonly facts: BatchFacts;
    readonly changes: readonly PlacedChange[];
  },
): Promise<void> {
  if (changes.length === 0) return;
  const { amended, edits } = layOver(changes, facts);
  await insertEdits(unit, edits);
  await writeReactions(unit, lastReactions(changes));
  const deleted = new Map(
    changes.flatMap(({ command, event }) =>
      event.type === "message.deleted"
        ? [[command.messageId, { ...event, ...command }] as const]
        : [],
    ),
  );
  const emptied = await eraseWords(unit, deleted);
  await chats.batch.amend(unit, [...amended.values(), ...emptied]);
}

type Deleted = Pick<
  ChangeCommand & EntryChange,
  "conversationId" | "actorId" | "messageId" | "messageSeq"
>;

/** What was said of deleted messages elsewhere than in their entries; answers with the log's old edits, emptied. */
async function eraseWords(
  unit: UnitOfWork<MessagesTables>,
  deleted: ReadonlyMap<MessageId, Deleted>,
): Promise<readonly Amended[]> {
  const ids = [...deleted.keys()];
  await eraseReactions(unit, ids);
  const edits = await eraseEdits(unit, ids);
  return edits.flatMap(({ messageId, seq, editedAt }) => {
    const of = deleted.get(messageId);
    if (of === undefined) return [];
    const { conversationId, actorId, messageSeq } = of;
    const at = editedAt.toISOString();
    const about = { seq, at, actorId, messageId, messageSeq };
    return [
      {
        conversationId,
        event: { type: "message.edited", ...about, body: "" } as const,
      },
    ];
  });
}

interface Amended {
  readonly conversationId: ConversationId;
  readonly event: MessageCreated | TimelineEventOf<"message.edited">;
}

type AmendedMessage = Amended & { readonly event: MessageCreated };

/** The changes of a batch laid over the entries in their order. */
function layOver(changes: readonly PlacedChange[], facts: BatchFacts) {
  const amended = new Map<MessageId, AmendedMessage>();
  const edits: NewEdit[] = [];
  for (const { command, event } of changes) {
    const { conversationId, messageId } = command;
    const before =
      amended.get(messageId)?.event ??
      facts.messageIn(command, messageId)?.entry;
    if (before === undefined) continue;
    if (command.kind === "edit") {
      edits.push({
        messageId,
        seq: event.seq,
        authorId: command.principalId,
        clientId: command.clientId,
        editedAt: event.at,
        bodyBefore: before.body,
        saidAt: before.editedAt ?? before.at,
      });
    }
    const after = entryAfter(before, event);
    if (after.type === "message.created")
      amended.set(messageId, { conversationId, event: after });
  }
  return { amended, edits };
}

/** What each holder's last word about each emoji was. */
function lastReactions(changes: readonly PlacedChange[]) {
  const last = new Map<string, HeldReaction & { readonly isSet: boolean }>();
  for (const { command } of changes) {
    if (command.kind !== "react") continue;
    const { messageId, principalId, emoji, isSet } = command;
    last.set(`${messageId}/${principalId}/${emoji}`, {
      messageId,
      principalId,
      emoji,
      isSet,
    });
  }
  const all = [...last.values()];
  return {
    set: all.filter((one) => one.isSet),
    unset: all.filter((one) => !one.isSet),
  };
}
