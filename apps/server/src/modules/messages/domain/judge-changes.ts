import {
  entryAfter,
  type ConversationId,
  type MessageCreated,
  type MessageId,
} from "@veche/contracts";
import {
  deleteVerdict,
  dropPreviewVerdict,
  editVerdict,
  pinVerdict,
  reactVerdict,
  refused,
  type Ack,
  type ChangeVerdict,
  type NewChange,
} from "./change-verdicts.ts";
import type {
  ChangeCommand,
  EditCommand,
  ReactCommand,
} from "./message-command.ts";
import { isShutOn, rights, type Seat } from "./rights.ts";

interface EarlierEdit {
  readonly messageId: MessageId;
  readonly ack: Ack;
}

/** What is known when the batch begins; the changes of the batch itself are laid over it one by one. */
export interface ChangeFacts {
  /** Undefined for whoever is not a member. */
  readonly seatOf: (change: ChangeCommand) => Seat | undefined;
  /** The message, if it stands in that conversation. */
  readonly messageOf: (change: ChangeCommand) => MessageCreated | undefined;
  /** An edit with the same author and client id, made before. */
  readonly earlierEditOf: (edit: EditCommand) => EarlierEdit | undefined;
  /** The emoji this principal holds under the message. */
  readonly heldBy: (react: ReactCommand) => ReadonlySet<string>;
  readonly pinnedCountIn: (conversationId: ConversationId) => number;
}

/** Decides about each change of a batch, in order: each sees what those before it leave. */
export function judgeChanges(
  changes: readonly ChangeCommand[],
  facts: ChangeFacts,
): ReadonlyMap<ChangeCommand, ChangeVerdict> {
  const verdicts = new Map<ChangeCommand, ChangeVerdict>();
  const judge = createJudge(facts);
  for (const change of changes) verdicts.set(change, judge(change));
  return verdicts;
}

/** The state a batch has reached: what stands, who holds what, and which edits were made. */
function createState(facts: ChangeFacts) {
  const amended = new Map<MessageId, MessageCreated>();
  const edits = new Map<string, EditCommand>();
  const held = new Map<string, Set<string>>();
  const pinned = new Map<ConversationId, number>();
  const editKey = (edit: EditCommand) => `${edit.principalId}/${edit.clientId}`;
  const state = {
    messageOf: (change: ChangeCommand) =>
      amended.get(change.messageId) ?? facts.messageOf(change),
    firstOf: (edit: EditCommand) => edits.get(editKey(edit)),
    heldBy(react: ReactCommand): Set<string> {
      const key = `${react.messageId}/${react.principalId}`;
      const known = held.get(key) ?? new Set(facts.heldBy(react));
      held.set(key, known);
      return known;
    },
    pinnedCount: ({ conversationId }: ChangeCommand) =>
      pinned.get(conversationId) ?? facts.pinnedCountIn(conversationId),
    keep(change: ChangeCommand, event: NewChange): void {
      const message = state.messageOf(change);
      if (message === undefined) return;
      // Its place and time are not known yet, and nothing that is decided here depends on them.
      const after = entryAfter(message, { ...event, seq: 0, at: "" });
      if (after.type === "message.created")
        amended.set(change.messageId, after);
      if (change.kind === "edit") edits.set(editKey(change), change);
      if (change.kind === "pin")
        pinned.set(
          change.conversationId,
          state.pinnedCount(change) + (change.isPinned ? 1 : -1),
        );
      if (change.kind !== "react") return;
      if (change.isSet) state.heldBy(change).add(change.emoji);
      else state.heldBy(change).delete(change.emoji);
    },
  };
  return state;
}

type State = ReturnType<typeof createState>;

function createJudge(facts: ChangeFacts) {
  const state = createState(facts);
  return (change: ChangeCommand): ChangeVerdict => {
    const repeated =
      change.kind === "edit" ? repeatVerdict(change, facts, state) : undefined;
    if (repeated !== undefined) return repeated;
    const seat = facts.seatOf(change);
    if (seat === undefined) return refused("conversation.not_found");
    if (isShutOn(seat, change.device))
      return refused("conversation.device_refused");
    const message = state.messageOf(change);
    if (message === undefined) return refused("message.not_found");
    if (!isAllowed(change, seat, message)) return refused("auth.forbidden");
    const verdict = changeVerdict(change, message, { seat, state });
    if (verdict.kind === "change") state.keep(change, verdict.event);
    return verdict;
  };
}

/** What was done before is answered before rights are asked, as with sends. */
function repeatVerdict(
  edit: EditCommand,
  facts: ChangeFacts,
  state: State,
): ChangeVerdict | undefined {
  const earlier = facts.earlierEditOf(edit);
  const first = state.firstOf(edit);
  const known = earlier?.messageId ?? first?.messageId;
  if (known !== undefined && known !== edit.messageId)
    return refused("message.client_id_reused");
  if (earlier !== undefined) return { kind: "done", ack: earlier.ack };
  return first && { kind: "done_here", first };
}

function changeVerdict(
  change: ChangeCommand,
  message: MessageCreated,
  { seat, state }: { readonly seat: Seat; readonly state: State },
): ChangeVerdict {
  if (message.deletedAt !== undefined)
    return change.kind === "delete"
      ? { kind: "done", ack: message }
      : refused("message.deleted");
  switch (change.kind) {
    case "edit":
      return editVerdict(change, message);
    case "delete":
      return deleteVerdict(change, message);
    case "react":
      return reactVerdict(change, message, state.heldBy(change));
    case "drop_preview":
      return dropPreviewVerdict(change, message);
    case "pin":
      return pinVerdict(change, message, {
        seat,
        pinnedCount: state.pinnedCount(change),
      });
  }
}

function isAllowed(
  change: ChangeCommand,
  seat: Seat,
  message: MessageCreated,
): boolean {
  const isOwn = message.actorId === change.principalId;
  switch (change.kind) {
    case "edit":
      return rights.edit(seat, { isOwn });
    case "delete":
      return rights.delete(seat, { isOwn });
    case "react":
      return rights.react(seat);
    case "pin":
      return rights.pin(seat);
    case "drop_preview":
      return rights.drop_preview(seat, { isOwn });
  }
}
