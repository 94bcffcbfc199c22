import type {
  ConversationId,
  MessageCreated,
  MessageId,
} from "@veche/contracts";
import type { UnitOfWork } from "../../../platform/db/database.ts";
import {
  placeKey,
  seatKey,
  type Chats,
  type Standing,
} from "../../chats/index.ts";
import type {
  ChangeCommand,
  MessageCommand,
  MoveCommand,
  SendCommand,
} from "../domain/message-command.ts";
import type { HeldFiles } from "../../files/index.ts";
import { findEdits, type MadeEdit } from "../store/edits.ts";
import {
  findPlaces,
  findSent,
  sendKey,
  type MessagePlace,
  type SendKey,
  type SentMessage,
} from "../store/messages.ts";
import { countPins } from "../store/pins.ts";
import { findHeld } from "../store/reactions.ts";
import type { MessagesTables } from "../store/tables.ts";
import { holdCargo, type MessageFiles } from "./carry-files.ts";

export interface BatchDeps {
  readonly chats: Pick<Chats, "appendMany" | "batch">;
  readonly files: MessageFiles;
}

/** The commands of a batch by what they are, each kind in its order. */
export interface Batch {
  readonly sends: readonly SendCommand[];
  readonly moves: readonly MoveCommand[];
  readonly changes: readonly ChangeCommand[];
}

export const sortOut = (commands: readonly MessageCommand[]): Batch => ({
  sends: commands.filter((command) => command.kind === "send"),
  moves: commands.filter((command) => command.kind === "move"),
  changes: commands.filter(
    (command) => command.kind !== "send" && command.kind !== "move",
  ),
});

/** A message as it stands. */
export interface PresentMessage {
  readonly entry: MessageCreated;
  readonly authorName: string;
}

/** What is known when a batch begins. */
export interface BatchFacts {
  /** By `seatKey`. */
  readonly standings: ReadonlyMap<string, Standing>;
  /** By `sendKey`. */
  readonly sent: ReadonlyMap<string, SentMessage>;
  readonly edits: ReadonlyMap<string, MadeEdit>;
  /** By `holderKey`. */
  readonly held: ReadonlyMap<string, ReadonlySet<string>>;
  /** How many messages are pinned, by conversation. */
  readonly pinned: ReadonlyMap<ConversationId, number>;
  /** What sends carry, or why they can't. */
  readonly cargo: ReadonlyMap<SendCommand, HeldFiles>;
  /** The message of that id in the command's own conversation. */
  readonly messageIn: (
    command: Pick<MessageCommand, "conversationId">,
    messageId: MessageId,
  ) => PresentMessage | undefined;
}

/**
 * The standings are held first: whoever is a member then stays one, and nothing changes in these conversations, until
 * the commit. A message that a second server writes in that very moment is met by the unique key and found in the
 * second try. All is read by the transaction's own connection: waiting for another one while holding rows, behind
 * those who wait for the rows, would be waiting for ever.
 */
export async function gatherFacts(
  { chats, files }: BatchDeps,
  unit: UnitOfWork<MessagesTables>,
  { sends, moves, changes }: Batch,
): Promise<BatchFacts> {
  const named = new Set([
    ...changes.map((change) => change.messageId),
    ...sends.flatMap(({ answering }) =>
      answering === null ? [] : [answering.messageId],
    ),
  ]);
  // The three travel together and are done in this order.
  const [standings, sent, places] = await Promise.all([
    chats.batch.holdStandings(
      unit,
      distinctSeats([...sends, ...moves, ...changes]),
    ),
    findSent(unit.tx, sends.map(keyOf)),
    findPlaces(unit.tx, [...named]),
  ]);
  const messages = await presentMessages(chats, unit, places);
  const edits = changes.filter((change) => change.kind === "edit");
  const pins = changes.filter((change) => change.kind === "pin");
  const reacts = changes.filter((change) => change.kind === "react");
  return {
    standings,
    sent,
    edits: await findEdits(unit.tx, edits.map(keyOf)),
    held: await findHeld(unit.tx, reacts),
    pinned: await countPins(
      unit.tx,
      pins.map((pin) => pin.conversationId),
    ),
    // What was sent before carries already what it was to carry.
    cargo: await holdCargo(
      files,
      unit,
      sends.filter((send) => !sent.has(sendKeyOf(send))),
    ),
    messageIn: ({ conversationId }, messageId) =>
      places.get(messageId)?.conversationId === conversationId
        ? messages.get(messageId)
        : undefined,
  };
}

async function presentMessages(
  chats: BatchDeps["chats"],
  unit: UnitOfWork<MessagesTables>,
  places: ReadonlyMap<MessageId, MessagePlace>,
): Promise<ReadonlyMap<MessageId, PresentMessage>> {
  const events = await chats.batch.eventsAt(unit.tx, [...places.values()]);
  const messages = new Map<MessageId, PresentMessage>();
  for (const [messageId, place] of places) {
    const found = events.get(placeKey(place));
    if (found?.event.type !== "message.created") continue;
    const { event: entry, actorName } = found;
    messages.set(messageId, { entry, authorName: actorName ?? "" });
  }
  return messages;
}

const keyOf = ({
  principalId,
  clientId,
}: Pick<SendCommand, "principalId" | "clientId">): SendKey => ({
  authorId: principalId,
  clientId,
});

export const sendKeyOf = (
  command: Pick<SendCommand, "principalId" | "clientId">,
): string => sendKey(keyOf(command));

const distinctSeats = (
  commands: readonly MessageCommand[],
): readonly MessageCommand[] => [
  ...new Map(commands.map((command) => [seatKey(command), command])).values(),
];
