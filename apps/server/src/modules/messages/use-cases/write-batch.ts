import type { CommandResult } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { Db, UnitOfWork } from "../../../platform/db/database.ts";
import type { Outcome } from "../../../platform/db/group-commit.ts";
import { seatKey, type Chats, type NewLogEntry } from "../../chats/index.ts";
import { gatherMoves, type SeatMove } from "../domain/gather-moves.ts";
import { judgeSends, type SendVerdict } from "../domain/judge-sends.ts";
import type {
  MessageAnswer,
  MessageCommand,
  MoveCommand,
  SendCommand,
} from "../domain/message-command.ts";
import {
  findSent,
  insertMessages,
  type NewMessage,
  sendKey,
  type SendKey,
} from "../store/messages.ts";
import type { MessagesTables } from "../store/tables.ts";

type SendAck = CommandResult<"message.send">;

export interface WriteBatchDeps {
  readonly db: Db<MessagesTables>;
  readonly chats: Pick<Chats, "appendMany" | "batch">;
}

/**
 * All commands of a batch in a handful of statements, however many there are. The standings are held first: whoever is
 * a member then stays one, and no number is given away, until the commit. Meanwhile another connection looks for what
 * was sent before; a message that a second server writes in that very moment is met by the unique key and found in
 * the second try.
 */
export async function writeBatch(
  { db, chats }: WriteBatchDeps,
  unit: UnitOfWork<MessagesTables>,
  commands: readonly MessageCommand[],
): Promise<readonly Outcome<MessageAnswer>[]> {
  const sends = commands.filter((command) => command.kind === "send");
  const wishes = commands.filter((command) => command.kind === "move");
  const [standings, sent] = await Promise.all([
    chats.batch.holdStandings(unit, distinctSeats(commands)),
    findSent(db, sends.map(keyOf)),
  ]);

  const verdicts = judgeSends(sends, {
    earlierOf: (send) => sent.get(sendKey(keyOf(send))),
    roleOf: (send) => standings.get(seatKey(send))?.role,
  });
  const moves = gatherMoves(wishes, {
    seatOf: seatKey,
    cursorsOf: (move) => standings.get(seatKey(move)),
    endOf: (move) => standings.get(seatKey(move)),
  });

  const news = sends.filter((send) => verdicts.get(send)?.kind === "new");
  const changes = [...moves.values()].filter((move) => move.isChange);
  const acks = await writeLog(chats, unit, { news, changes });
  return commands.map((command) =>
    command.kind === "send"
      ? answerSend(command, verdicts.get(command), acks)
      : answerMove(moves.get(seatKey(command))),
  );
}

/** Messages first, receipts after them; answers with the acks of the new messages. */
async function writeLog(
  chats: Pick<Chats, "appendMany" | "batch">,
  unit: UnitOfWork<MessagesTables>,
  {
    news,
    changes,
  }: {
    readonly news: readonly SendCommand[];
    readonly changes: readonly SeatMove[];
  },
): Promise<ReadonlyMap<SendCommand, SendAck>> {
  if (news.length === 0 && changes.length === 0) return new Map();
  const events = await chats.appendMany(unit, [
    ...news.map(messageEntry),
    ...changes.map(receiptEntry),
  ]);
  const acks = new Map<SendCommand, SendAck>();
  const rows = news.map((send, index) => {
    const event = events[index];
    if (event === undefined)
      throw new Error("the log left an entry without a place");
    const { seq, at } = event;
    acks.set(send, { messageId: send.messageId, seq, at });
    return messageRow(send, seq, at);
  });
  await insertMessages(unit, rows);
  if (changes.length > 0) await chats.batch.writeCursors(unit, changes);
  return acks;
}

const messageRow = (
  send: SendCommand,
  seq: number,
  at: string,
): NewMessage => ({
  id: send.messageId,
  conversationId: send.conversationId,
  seq,
  authorId: send.principalId,
  clientId: send.clientId,
  body: send.body,
  createdAt: at,
});

const messageEntry = (send: SendCommand): NewLogEntry => ({
  conversationId: send.conversationId,
  event: {
    type: "message.created",
    actorId: send.principalId,
    messageId: send.messageId,
    clientId: send.clientId,
    body: send.body,
  },
});

const receiptEntry = ({
  conversationId,
  principalId,
  deliveredTo,
  readTo,
}: SeatMove): NewLogEntry => ({
  conversationId,
  event: { type: "receipt.moved", actorId: principalId, deliveredTo, readTo },
});

function answerSend(
  send: SendCommand,
  verdict: SendVerdict | undefined,
  acks: ReadonlyMap<SendCommand, SendAck>,
): Outcome<MessageAnswer> {
  if (verdict === undefined) return refusal("server.failed");
  switch (verdict.kind) {
    case "refused":
      return refusal(verdict.code);
    case "repeated": {
      const { id, seq, createdAt } = verdict.earlier;
      return sentAs({ messageId: id, seq, at: createdAt.toISOString() });
    }
    case "repeated_here":
      return sentAs(acks.get(verdict.first));
    case "new":
      return sentAs(acks.get(send));
  }
}

function answerMove(move: SeatMove | undefined): Outcome<MessageAnswer> {
  if (move === undefined) return refusal("conversation.not_found");
  const { deliveredTo, readTo } = move;
  return { ok: true, result: { kind: "moved", ack: { deliveredTo, readTo } } };
}

const sentAs = (ack: SendAck | undefined): Outcome<MessageAnswer> =>
  ack === undefined
    ? refusal("server.failed")
    : { ok: true, result: { kind: "sent", ack } };

const refusal = (code: AppError["code"]): Outcome<never> => ({
  ok: false,
  error: new AppError(code),
});

const keyOf = ({ principalId, clientId }: SendCommand): SendKey => ({
  authorId: principalId,
  clientId,
});

const distinctSeats = (
  commands: readonly MessageCommand[],
): readonly (SendCommand | MoveCommand)[] => [
  ...new Map(commands.map((command) => [seatKey(command), command])).values(),
];
