import type { CallId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import {
  decline,
  giveUpSeat,
  hangUp,
  seatOf,
  type CallRecord,
} from "../domain/call-record.ts";
import type { CallPowers } from "../powers.ts";
import { findCall } from "../store/calls.ts";
import { changeCallAlone } from "./change-call.ts";
import { requireModerator } from "./moderators.ts";

/** Refuses a ring; refusing what is over changes nothing. Refuses `call.elsewhere` when it was answered here or there. */
export async function declineCall(
  powers: CallPowers,
  context: CommandContext,
  callId: CallId,
): Promise<void> {
  await changeOwn(powers, context, {
    callId,
    isSeatless: true,
    step: (call, now) => {
      const declined = decline(call, context.principal.id, now);
      if (!declined.ok) throw new AppError(declined.reason);
      return declined.call;
    },
  });
}

/** Gives one's own seat up; one that is given up already stays so. */
export async function leaveCall(
  powers: CallPowers,
  context: CommandContext,
  callId: CallId,
): Promise<void> {
  await changeOwn(powers, context, {
    callId,
    step: (call, now) => giveUpSeat(call, context.principal.id, now),
  });
}

/**
 * Ends the call for all; ending what is over changes nothing. Refuses `auth.forbidden` to those of a group who do not keep
 * order there.
 */
export async function hangUpCall(
  powers: CallPowers,
  context: CommandContext,
  callId: CallId,
): Promise<void> {
  const { principal } = context;
  const call = await findCall(powers.database.db, callId);
  if (call?.kind === "group")
    await requireModerator(powers, call, principal.id);
  await changeOwn(powers, context, {
    callId,
    step: (before, now) => hangUp(before, principal.id, now),
  });
}

interface OwnChange {
  readonly callId: CallId;
  /** Whom it rings for in a group has no seat yet. */
  readonly isSeatless?: boolean;
  readonly step: (call: CallRecord, now: Date) => CallRecord;
}

async function changeOwn(
  powers: CallPowers,
  { principal, actor }: CommandContext,
  { callId, isSeatless, step }: OwnChange,
): Promise<void> {
  await changeCallAlone(powers, actor, {
    callId,
    actorId: principal.id,
    step: (call, { now }) => {
      const isRung =
        isSeatless === true &&
        call.rings.some((ring) => ring.principalId === principal.id);
      if (!isRung && seatOf(call, principal.id) === undefined)
        throw new AppError("request.not_found");
      return step(call, now);
    },
  });
}
