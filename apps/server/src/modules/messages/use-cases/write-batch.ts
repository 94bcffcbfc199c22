import { AppError } from "../../../platform/app-error.ts";
import type { UnitOfWork } from "../../../platform/db/database.ts";
import type { Outcome } from "../../../platform/db/group-commit.ts";
import { seatKey } from "../../chats/index.ts";
import { gatherMoves, type SeatMove } from "../domain/gather-moves.ts";
import type { ChangeVerdict } from "../domain/change-verdicts.ts";
import { judgeChanges } from "../domain/judge-changes.ts";
import { judgeSends, type SendVerdict } from "../domain/judge-sends.ts";
import type {
  ChangeCommand,
  MessageAnswer,
  MessageCommand,
  SendCommand,
} from "../domain/message-command.ts";
import { holderKey } from "../store/reactions.ts";
import type { MessagesTables } from "../store/tables.ts";
import {
  gatherFacts,
  sendKeyOf,
  sortOut,
  type Batch,
  type BatchDeps,
  type BatchFacts,
} from "./batch-facts.ts";
import { writeLog, type Acks } from "./write-log.ts";

/** What is decided about the commands of a batch. */
interface Verdicts {
  readonly sends: ReadonlyMap<SendCommand, SendVerdict>;
  readonly changes: ReadonlyMap<ChangeCommand, ChangeVerdict>;
  /** By `seatKey`. */
  readonly moves: ReadonlyMap<string, SeatMove>;
}

/** All commands of a batch in a handful of statements, however many there are. */
export async function writeBatch(
  deps: BatchDeps,
  unit: UnitOfWork<MessagesTables>,
  commands: readonly MessageCommand[],
): Promise<readonly Outcome<MessageAnswer>[]> {
  const batch = sortOut(commands);
  const facts = await gatherFacts(deps, unit, batch);
  const verdicts = judge(batch, facts);
  const acks = await writeLog(deps, unit, {
    facts,
    sends: batch.sends.filter(
      (send) => verdicts.sends.get(send)?.kind === "new",
    ),
    changes: batch.changes.flatMap((command) => {
      const verdict = verdicts.changes.get(command);
      return verdict?.kind === "change"
        ? [{ command, event: verdict.event }]
        : [];
    }),
    moves: [...verdicts.moves.values()].filter((move) => move.isChange),
  });
  return commands.map((command) => answer(command, verdicts, acks));
}

function judge(batch: Batch, facts: BatchFacts): Verdicts {
  const { standings, sent, edits, held, pinned, messageIn, cargo } = facts;
  const standingOf = (command: MessageCommand) =>
    standings.get(seatKey(command));
  return {
    sends: judgeSends(batch.sends, {
      earlierOf: (send) => sent.get(sendKeyOf(send)),
      seatOf: standingOf,
      isAnswerable: (send) =>
        send.answering !== null &&
        messageIn(send, send.answering.messageId) !== undefined,
      cargoRefusal: (send) => {
        const carried = cargo.get(send);
        return carried?.ok === false ? carried.code : undefined;
      },
    }),
    changes: judgeChanges(batch.changes, {
      seatOf: standingOf,
      messageOf: (change) => messageIn(change, change.messageId)?.entry,
      earlierEditOf: (edit) => {
        const made = edits.get(sendKeyOf(edit));
        if (made === undefined) return undefined;
        const { messageId, seq, editedAt } = made;
        return { messageId, ack: { seq, at: editedAt.toISOString() } };
      },
      heldBy: (react) => held.get(holderKey(react)) ?? new Set(),
      pinnedCountIn: (conversationId) => pinned.get(conversationId) ?? 0,
    }),
    moves: gatherMoves(batch.moves, {
      seatOf: seatKey,
      cursorsOf: standingOf,
      endOf: standingOf,
    }),
  };
}

function answer(
  command: MessageCommand,
  verdicts: Verdicts,
  acks: Acks,
): Outcome<MessageAnswer> {
  switch (command.kind) {
    case "send":
      return answerSend(command, verdicts.sends.get(command), acks);
    case "move":
      return answerMove(verdicts.moves.get(seatKey(command)));
    default:
      return answerChange(command, verdicts.changes.get(command), acks);
  }
}

function answerSend(
  send: SendCommand,
  verdict: SendVerdict | undefined,
  { sends }: Acks,
): Outcome<MessageAnswer> {
  const sentAs = (ack = sends.get(send)): Outcome<MessageAnswer> =>
    ack === undefined
      ? refusal("server.failed")
      : { ok: true, result: { kind: "sent", ack } };
  if (verdict === undefined) return refusal("server.failed");
  switch (verdict.kind) {
    case "refused":
      return refusal(verdict.code);
    case "repeated": {
      const { id, seq, createdAt } = verdict.earlier;
      return sentAs({ messageId: id, seq, at: createdAt.toISOString() });
    }
    case "repeated_here":
      return sentAs(sends.get(verdict.first));
    case "new":
      return sentAs();
  }
}

function answerChange(
  change: ChangeCommand,
  verdict: ChangeVerdict | undefined,
  { changes }: Acks,
): Outcome<MessageAnswer> {
  const changedAs = (ack = changes.get(change)): Outcome<MessageAnswer> => {
    if (ack === undefined) return refusal("server.failed");
    const { seq, at } = ack;
    return { ok: true, result: { kind: "changed", ack: { seq, at } } };
  };
  if (verdict === undefined) return refusal("server.failed");
  switch (verdict.kind) {
    case "refused":
      return refusal(verdict.code);
    case "done":
      return changedAs(verdict.ack);
    case "done_here":
      return changedAs(changes.get(verdict.first));
    case "change":
      return changedAs();
  }
}

function answerMove(move: SeatMove | undefined): Outcome<MessageAnswer> {
  if (move === undefined) return refusal("conversation.not_found");
  const { deliveredTo, readTo } = move;
  return { ok: true, result: { kind: "moved", ack: { deliveredTo, readTo } } };
}

const refusal = (code: AppError["code"]): Outcome<never> => ({
  ok: false,
  error: new AppError(code),
});
