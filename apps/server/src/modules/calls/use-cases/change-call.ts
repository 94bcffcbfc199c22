import { isDeepStrictEqual } from "node:util";
import type {
  Actor,
  CallId,
  DomainEventOf,
  NewTimelineEvent,
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
import type { CallPowers } from "../powers.ts";
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
}

/** Says what the change made true: to the listeners, and in the conversation's log when people talked or rang. */
export async function tellChange(
  { book, chats }: CallPowers,
  unit: LentUnit,
  { before, after, actorId, answer }: ToldChange,
): Promise<void> {
  const { id: callId, conversationId, media } = after;
  const changed: DomainEventOf<"call.changed"> = {
    type: "call.changed",
    callId,
  };
  book.stage(changed, { call: after, answer });
  unit.happened(changed);
  const entries: NewTimelineEvent[] = [];
  if (after.state === "active" && before?.state !== "active") {
    unit.happened({ type: "call.started", callId, conversationId, media });
    entries.push({ type: "call.started", actorId, callId, media });
  }
  if (after.state === "ended" && after.endReason !== null) {
    const ended = {
      callId,
      reason: after.endReason,
      durationMs: durationMs(after),
    };
    unit.happened({ type: "call.ended", conversationId, ...ended });
    // A customer who waited alone called nobody yet: the request's own entries say it all.
    if (after.seats.length > 1)
      entries.push({ type: "call.ended", actorId, ...ended });
  }
  if (entries.length > 0) await chats.append(unit, conversationId, entries);
}
