import type { TimelineEvent } from "@veche/contracts";
import type { UnitOfWork } from "../../../platform/db/database.ts";
import { seatKey, type NewLogEntry } from "../../chats/index.ts";
import type { SeatMove } from "../domain/gather-moves.ts";
import type { Ack, NewChange } from "../domain/change-verdicts.ts";
import type {
  ChangeCommand,
  MessageCommand,
  MessageAnswer,
  SendCommand,
} from "../domain/message-command.ts";
import { replyTo } from "../domain/reply.ts";
import { insertMessages, type NewMessage } from "../store/messages.ts";
import type { MessagesTables } from "../store/tables.ts";
import type { BatchDeps, BatchFacts } from "./batch-facts.ts";
import { placeCargo, shownCargo } from "./carry-files.ts";
import { askPreviews, forgetPreviews } from "../store/preview-jobs.ts";
import { keepChanges, type PlacedChange } from "./keep-changes.ts";
import { wantedPreviews } from "./wanted-previews.ts";

type SendAck = Extract<MessageAnswer, { kind: "sent" }>["ack"];

/** What a batch writes; everything in it is allowed and new. */
export interface Writing {
  readonly facts: BatchFacts;
  readonly sends: readonly SendCommand[];
  readonly changes: readonly {
    readonly command: ChangeCommand;
    readonly event: NewChange;
  }[];
  readonly moves: readonly SeatMove[];
}

export interface Acks {
  readonly sends: ReadonlyMap<SendCommand, SendAck>;
  readonly changes: ReadonlyMap<ChangeCommand, Ack>;
}

/** Messages first, then changes, receipts last. */
export async function writeLog(
  { chats, files }: Pick<BatchDeps, "chats" | "files">,
  unit: UnitOfWork<MessagesTables>,
  writing: Writing,
): Promise<Acks> {
  const { facts, sends, changes, moves } = writing;
  if (sends.length + changes.length + moves.length === 0)
    return { sends: new Map(), changes: new Map() };
  const entries = [
    ...sends.map((send) => messageEntry(send, facts)),
    ...changes.map(({ command: { conversationId }, event }) => ({
      conversationId,
      event,
    })),
    ...moves
      // Ten thousand readers of one post would write ten thousand entries for ten thousand others.
      .filter((move) => facts.standings.get(seatKey(move))?.isLarge === false)
      .map(receiptEntry),
  ];
  const placed = await chats.appendMany(unit, entries, headsOf(writing));
  const placedSends = sends.map((send, index) => ({
    send,
    place: placeOf(placed, index),
  }));
  const placedChanges = changes.map(({ command, event }, index) => {
    const { seq, at } = placeOf(placed, sends.length + index);
    return { command, event: { ...event, seq, at } };
  });
  await keepSends(files, unit, { facts, sends: placedSends });
  await keepChanges({ chats, files }, unit, { facts, changes: placedChanges });
  await askForPreviews(unit, {
    facts,
    sends: placedSends,
    changes: placedChanges,
  });
  if (moves.length > 0) await chats.batch.writeCursors(unit, moves);
  return {
    sends: new Map(
      placedSends.map(({ send, place: { seq, at } }) => [
        send,
        { messageId: send.messageId, seq, at },
      ]),
    ),
    changes: new Map(
      placedChanges.map(({ command, event: { seq, at } }) => [
        command,
        { seq, at },
      ]),
    ),
  };
}

/** Whoever writes has a standing there, which told how far the log goes. */
const headsOf = ({ facts, sends, changes, moves }: Writing) =>
  new Map(
    [...sends, ...changes.map(({ command }) => command), ...moves].map(
      (seat) =>
        [
          seat.conversationId,
          facts.standings.get(seatKey(seat))?.headSeq ?? 0,
        ] as const,
    ),
  );

/** Links in what is said now are looked at later. */
async function askForPreviews(
  unit: UnitOfWork<MessagesTables>,
  {
    facts,
    sends,
    changes,
  }: {
    readonly facts: BatchFacts;
    readonly sends: readonly PlacedSend[];
    readonly changes: readonly PlacedChange[];
  },
): Promise<void> {
  const isConfidential = (command: MessageCommand): boolean =>
    facts.standings.get(seatKey(command))?.confidentiality !== null;
  const sent = sends.map(({ send, place: { seq } }) => ({
    ...send,
    ...{ seq, preview: undefined, isConfidential: isConfidential(send) },
  }));
  const edited = changes.flatMap(({ command, event }) => {
    if (command.kind !== "edit") return [];
    const before = facts.messageIn(command, command.messageId);
    const preview = before?.entry.linkPreview;
    const seq = event.messageSeq;
    return [
      {
        ...command,
        ...{ seq, preview, isConfidential: isConfidential(command) },
      },
    ];
  });
  await forgetPreviews(
    unit,
    changes.flatMap(({ command: { kind, messageId } }) =>
      kind === "react" || kind === "pin" ? [] : [messageId],
    ),
  );
  // Of several edits in one batch the last one counts.
  const jobs = new Map(
    wantedPreviews([...sent, ...edited]).map((job) => [job.messageId, job]),
  );
  const at = sends[0]?.place.at ?? changes[0]?.event.at;
  if (at !== undefined) await askPreviews(unit, [...jobs.values()], at);
}

interface PlacedSend {
  readonly send: SendCommand;
  readonly place: Ack;
}

/** Their rows, and what they carry. */
async function keepSends(
  files: BatchDeps["files"],
  unit: UnitOfWork<MessagesTables>,
  {
    facts,
    sends,
  }: {
    readonly facts: BatchFacts;
    readonly sends: readonly PlacedSend[];
  },
): Promise<void> {
  await insertMessages(
    unit,
    sends.map(({ send, place }) => messageRow(send, place)),
  );
  await placeCargo(
    files,
    unit,
    sends.map(({ send, place: { seq } }) => ({
      send,
      seq,
      carried: carriedBy(send, facts),
    })),
  );
}

function placeOf(placed: readonly TimelineEvent[], index: number): Ack {
  const event = placed[index];
  if (event === undefined)
    throw new Error("the log left an entry without a place");
  return event;
}

const messageRow = (send: SendCommand, { seq, at }: Ack): NewMessage => ({
  id: send.messageId,
  conversationId: send.conversationId,
  seq,
  authorId: send.principalId,
  clientId: send.clientId,
  fingerprint: send.fingerprint,
  createdAt: at,
});

function carriedBy(send: SendCommand, { cargo }: BatchFacts) {
  const held = cargo.get(send);
  return held?.ok === true ? held.carried : undefined;
}

function messageEntry(send: SendCommand, facts: BatchFacts): NewLogEntry {
  const { conversationId, principalId, messageId, clientId, body } = send;
  const { mentions, answering, forwarded } = send;
  const carried = carriedBy(send, facts);
  const answered =
    answering === null ? undefined : facts.messageIn(send, answering.messageId);
  const reference = answered && replyTo(answered, answering?.quote ?? null);
  return {
    conversationId,
    event: {
      type: "message.created",
      actorId: principalId,
      messageId,
      clientId,
      body,
      ...(mentions.length === 0 ? {} : { mentions: [...mentions] }),
      ...(reference === undefined ? {} : { replyTo: reference }),
      ...(forwarded === null ? {} : { forwarded }),
      ...(carried && shownCargo(carried)),
    },
  };
}

const receiptEntry = ({
  conversationId,
  principalId,
  deliveredTo,
  readTo,
}: SeatMove): NewLogEntry => ({
  conversationId,
  event: { type: "receipt.moved", actorId: principalId, deliveredTo, readTo },
});
