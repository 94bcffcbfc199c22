import { isDeepStrictEqual } from "node:util";
import type {
  Actor,
  CallId,
  DomainEventOf,
  PrincipalId,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { LentUnit } from "../../../platform/db/statements.ts";
import type { AnswerOnSitting } from "../call-book.ts";
import {
  durationMs,
  passTime,
  type CallRecord,
} from "../domain/call-record.ts";
import type { Moment } from "../domain/seat.ts";
import { hasOperatorLeft } from "../domain/hand-over.ts";
import { endEntry, entriesOf, isBegun } from "../domain/told-entries.ts";
import type { CallPowers } from "../powers.ts";
import { stepsBetween } from "../recorder/steps.ts";
import { insertSteps } from "../store/call-events.ts";
import { lockCall, saveCall } from "../store/calls.ts";
import type { CallsTables } from "../store/tables.ts";

/** The transaction of a caller, as this module writes in it. */
export const callsTx = (unit: LentUnit): Tx<CallsTables> =>
  // Every transaction of ours reaches every table; the type only tells who may write what.
  unit.tx as unknown as Tx<CallsTables>;

const momentOf = ({ clock, settings }: CallPowers): Moment => ({
  now: clock.now(),
  holds: settings.holds,
});

export interface Change {
  readonly callId: CallId;
  /** Who did it; null when time did. */
  readonly actorId: PrincipalId | null;
  /** Time has not passed for the call: the server was down. */
  readonly isTimeStopped?: boolean;
  /** A pure step; a refusal is thrown. The same call back means that nothing happened. */
  readonly step: (call: CallRecord, moment: Moment) => CallRecord;
  /** Said by whoever sits down by this step. */
  readonly answer?: AnswerOnSitting | undefined;
}

/**
 * Applies a step to a call, one after another with everything else that happens to it. What time has done to the
 * call by now comes first, so that nobody returns to a seat whose hold is over.
 */
export async function changeCall(
  powers: CallPowers,
  unit: LentUnit,
  change: Change,
): Promise<CallRecord> {
  const tx = callsTx(unit);
  const before = await lockCall(tx, change.callId);
  if (before === undefined) throw new AppError("request.not_found");
  const moment = momentOf(powers);
  const present =
    change.isTimeStopped === true ? before : passTime(before, moment.now);
  const after = change.step(present, moment);
  if (isDeepStrictEqual(before, after)) return before;
  const saved = await saveCall(tx, before, after);
  await tellChange(powers, unit, {
    before,
    after: saved,
    actorId: change.actorId,
    answer: change.answer,
  });
  return saved;
}

/** The same in a transaction of its own. */
export function changeCallAlone(
  powers: CallPowers,
  actor: Actor,
  change: Change,
): Promise<CallRecord> {
  return powers.database.transact(actor, (unit) =>
    changeCall(powers, unit, change),
  );
}

export interface ToldChange {
  readonly before: CallRecord | undefined;
  readonly after: CallRecord;
  readonly actorId: PrincipalId | null;
  readonly answer?: AnswerOnSitting | undefined;
  /** There are too many to ring them. */
  readonly isTold?: boolean;
}

/** Says what the change made true: to the listeners, and in the conversation's log when people talked or rang. */
export async function tellChange(
  { book, chats, clock }: CallPowers,
  unit: LentUnit,
  change: ToldChange,
): Promise<void> {
  const { before, after, answer } = change;
  const { id: callId, conversationId, media } = after;
  const changed: DomainEventOf<"call.changed"> = {
    type: "call.changed",
    callId,
  };
  book.stage(changed, { call: after, answer });
  unit.happened(changed);
  await insertSteps(callsTx(unit), {
    callId,
    at: clock.now(),
    steps: stepsBetween(before, after),
  });
  if (isBegun(change))
    unit.happened({ type: "call.started", callId, conversationId, media });
  const { requestId } = after;
  if (requestId !== null && hasOperatorLeft(change))
    unit.happened({ type: "call.operator_left", requestId });
  if (after.state === "ended" && after.endReason !== null)
    unit.happened({
      type: "call.ended",
      conversationId,
      callId,
      reason: after.endReason,
      durationMs: durationMs(after),
    });
  const entries = entriesOf(change);
  if (entries.length > 0) await chats.append(unit, conversationId, entries);
  if (before !== undefined && before.conversationId !== conversationId)
    await chats.append(unit, before.conversationId, [
      endEntry(after, "moved", durationMs(after, clock.now())),
    ]);
}
