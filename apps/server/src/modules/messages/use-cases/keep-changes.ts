import {
  entryAfter,
  wordless,
  type ConversationId,
  type EntryChange,
  type MessageCreated,
  type MessageId,
  type TimelineEvent,
} from "@veche/contracts";
import type { LentUnit } from "../../../platform/db/statements.ts";
import type { ChangeCommand } from "../domain/message-command.ts";
import { insertEchoes, takeEchoes } from "../store/echoes.ts";
import { eraseEdits, insertEdits, type NewEdit } from "../store/edits.ts";
import { writePins, type NewPin } from "../store/pins.ts";
import {
  eraseReactions,
  writeReactions,
  type HeldReaction,
} from "../store/reactions.ts";
import type { BatchDeps, BatchFacts } from "./batch-facts.ts";

/** A change with its place in the log. What the server deletes by itself is nobody's command. */
export interface PlacedChange {
  readonly command:
    | ChangeCommand
    | Pick<
        Extract<ChangeCommand, { kind: "delete" }>,
        "kind" | "conversationId" | "messageId"
      >;
  readonly event: EntryChange;
}

interface Amended {
  readonly conversationId: ConversationId;
  readonly event: TimelineEvent;
}

/** Amends the entries that the changes are of, and keeps what the entries do not tell: who holds what, what was said. */
export async function keepChanges(
  { chats, files }: Pick<BatchDeps, "chats" | "files">,
  unit: LentUnit,
  {
    facts,
    changes,
  }: {
    readonly facts: Pick<BatchFacts, "messageIn">;
    readonly changes: readonly PlacedChange[];
  },
): Promise<void> {
  if (changes.length === 0) return;
  const { amended, edits } = layOver(changes, facts);
  await insertEdits(unit, edits);
  await insertEchoes(unit, changes.flatMap(echoOf));
  await writeReactions(unit, lastReactions(changes));
  await writePins(unit, lastPins(changes));
  await chats.batch.amend(unit, [...amended.values()]);
  const deleted = changes.filter(({ command }) => command.kind === "delete");
  if (deleted.length === 0) return;
  await eraseWords(chats, unit, deleted);
  await files.release(
    unit,
    deleted.map(({ command }) => command.messageId),
  );
}

/** What was said of deleted messages elsewhere than in their entries: in old edits and in later events of the log. */
async function eraseWords(
  chats: BatchDeps["chats"],
  unit: LentUnit,
  deleted: readonly PlacedChange[],
): Promise<void> {
  const conversations = new Map(
    deleted.map(({ command: { messageId, conversationId } }) => [
      messageId,
      conversationId,
    ]),
  );
  const ids = [...conversations.keys()];
  await eraseReactions(unit, ids);
  await eraseEdits(unit, ids);
  const echoes = await takeEchoes(unit, ids);
  const places = echoes.flatMap(({ messageId, seq }) => {
    const conversationId = conversations.get(messageId);
    return conversationId === undefined ? [] : [{ conversationId, seq }];
  });
  const events = await chats.batch.eventsAt(unit.tx, places);
  const emptied: Amended[] = [...events.values()].flatMap(
    ({ event, conversationId }) =>
      "messageSeq" in event ? [{ conversationId, event: wordless(event) }] : [],
  );
  await chats.batch.amend(unit, emptied);
}

type AmendedMessage = Amended & { readonly event: MessageCreated };

/** The changes of a batch laid over the entries in their order. */
function layOver(
  changes: readonly PlacedChange[],
  facts: Pick<BatchFacts, "messageIn">,
) {
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

const echoOf = ({ event }: PlacedChange) =>
  event.type === "message.edited" || event.type === "message.pinned"
    ? [{ messageId: event.messageId, seq: event.seq }]
    : [];

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

/** Which messages are pinned after the batch and which no longer; the deleted are not. */
function lastPins(changes: readonly PlacedChange[]) {
  const last = new Map<MessageId, NewPin | null>();
  for (const { command, event } of changes) {
    const { messageId, conversationId } = command;
    if (command.kind === "delete") last.set(messageId, null);
    if (command.kind !== "pin") continue;
    const { messageSeq: seq, at: pinnedAt } = event;
    const pin = { messageId, conversationId, seq, pinnedAt };
    last.set(messageId, command.isPinned ? pin : null);
  }
  return {
    set: [...last.values()].filter((pin) => pin !== null),
    unset: [...last].flatMap(([id, pin]) => (pin === null ? [id] : [])),
  };
}
