import { isRetryable } from "@veche/contracts";
import { createAlarm, type Alarm } from "../../../platform/alarm.ts";
import { AppError } from "../../../platform/app-error.ts";
import type { Clock } from "../../../platform/clock.ts";
import { serverActor } from "../../../platform/db/database.ts";
import type { Log } from "../../../platform/log.ts";
import type { Timers } from "../../../platform/timers.ts";
import { fireReminders, nextDueAt } from "../store/reminders.ts";
import {
  deleteScheduled,
  refuseScheduled,
  takeDue,
  type ScheduledRow,
} from "../store/scheduled.ts";
import type { ReminderCalls } from "../reminder-calls.port.ts";
import { fingerprintOf } from "../use-cases/fingerprint.ts";
import { submitSend, type SendMessageDeps } from "../use-cases/send-message.ts";
import {
  tellScheduled,
  type TellScheduledDeps,
} from "../use-cases/tell-scheduled.ts";

export interface DueWorkDeps
  extends Pick<SendMessageDeps, "writer">, TellScheduledDeps {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  readonly reminderCalls: ReminderCalls;
}

/** What another node did, or a clock that was set, is seen by then. */
const atLeastEveryMs = 30_000;
const batchSize = 100;

/** Fires reminders and sends scheduled messages when their time has come; the deadlines stand in the database. */
export function createDueWork(deps: DueWorkDeps): Alarm {
  const { database, clock } = deps;
  return createAlarm({
    ...deps,
    atLeastEveryMs,
    round: async () => {
      const due = { now: clock.now(), limit: batchSize };
      await database.transact(serverActor, async (unit) => {
        const fired = await fireReminders(unit, due);
        await deps.reminderCalls.remind(unit, fired);
        for (const { reminderId, principalId } of fired)
          unit.happened({ type: "reminder.fired", reminderId, principalId });
      });
      const taken = await database.transact(serverActor, (unit) =>
        takeDue(unit, due),
      );
      // A node's own messages go in the order of their times.
      for (const row of taken) await send(deps, row);
      return nextDueAt(database.db);
    },
  });
}

/** Sends once whatever dies in between: the message's own ids make a second sending the first. */
async function send(deps: DueWorkDeps, row: ScheduledRow): Promise<void> {
  const { database } = deps;
  const { id, conversationId, authorId, clientId } = row;
  const { body, mentions, cargo } = row;
  const said = { body, mentions, answering: null, cargo };
  const refusal = await submitSend(deps, {
    kind: "send",
    conversationId,
    principalId: authorId,
    device: null,
    clientId,
    messageId: id,
    ...said,
    forwarded: null,
    fingerprint: fingerprintOf(said),
  }).then(() => null, lastingRefusal);
  await database.transact(serverActor, (unit) =>
    refusal === null
      ? deleteScheduled(unit, id)
      : refuseScheduled(unit, id, refusal),
  );
  await tellScheduled(deps, conversationId, authorId);
}

/** What time may mend is tried again in the next round. */
function lastingRefusal(error: unknown) {
  if (error instanceof AppError && !isRetryable(error.code)) return error.code;
  throw error;
}
