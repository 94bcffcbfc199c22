import type { CallId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import {
  decline,
  hangUp,
  seatOf,
  type CallRecord,
} from "../domain/call-record.ts";
import type { CallPowers } from "../powers.ts";
import { changeCallAlone } from "./change-call.ts";

/** Refuses a ring; refusing what is over changes nothing. Refuses `call.elsewhere` when it was answered here or there. */
export async function declineCall(
  powers: CallPowers,
  context: CommandContext,
  callId: CallId,
): Promise<void> {
  await changeOwn(powers, context, {
    callId,
    step: (call, now) => {
      const declined = decline(call, context.principal.id, now);
      if (!declined.ok) throw new AppError(declined.reason);
      return declined.call;
    },
  });
}

/** Hangs up; hanging up what is over changes nothing. */
export async function hangUpCall(
  powers: CallPowers,
  context: CommandContext,
  callId: CallId,
): Promise<void> {
  await changeOwn(powers, context, {
    callId,
    step: (call, now) => hangUp(call, context.principal.id, now),
  });
}

interface OwnChange {
  readonly callId: CallId;
  readonly step: (call: CallRecord, now: Date) => CallRecord;
}

async function changeOwn(
  powers: CallPowers,
  { principal, actor }: CommandContext,
  { callId, step }: OwnChange,
): Promise<void> {
  await changeCallAlone(powers, actor, {
    callId,
    actorId: principal.id,
    step: (call, { now }) => {
      if (seatOf(call, principal.id) === undefined)
        throw new AppError("request.not_found");
      return step(call, now);
    },
  });
}
