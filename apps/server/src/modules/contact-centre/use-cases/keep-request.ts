import type { RequestId, ServiceRequest } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import { requestAfter } from "../domain/request-state.ts";
import { loadOneForStaff } from "../load.ts";
import type { Powers } from "../powers.ts";
import { requireOperator } from "../rights.ts";
import { openOfferOfRequest } from "../store/offers.ts";
import { lockRequest, saveRequest } from "../store/requests.ts";
import type { RequestRow } from "../store/rows.ts";
import { closeOffer } from "./close-offer.ts";
import { closeTransfer } from "./close-transfer.ts";
import { leaveBehind } from "./leave-behind.ts";
import type { Unit } from "./move-operator.ts";

/** Whoever hands a session over keeps it after all; of one that is not being handed over nothing changes. */
export async function takeBack(
  powers: Powers,
  context: CommandContext,
  requestId: RequestId,
): Promise<ServiceRequest> {
  const request = await powers.database.transact(
    context.actor,
    async (unit) => {
      const held = await lockOwn(unit, context, requestId);
      if (requestAfter(held.state, "taken_back") === undefined) return held;
      if (held.state === "offered") {
        const offer = await openOfferOfRequest(unit.tx, requestId);
        if (offer !== undefined)
          await closeOffer(powers, unit, { offer, outcome: "withdrawn" });
      }
      await closeTransfer(powers, unit, {
        request: held,
        outcome: "taken_back",
      });
      const fields = {
        state: "active",
        transferId: null,
        customerGoneAt: null,
      } as const;
      await saveRequest(unit.tx, requestId, fields);
      if (held.callId !== null)
        await powers.calls.awaitOperator(unit, {
          callId: held.callId,
          actorId: context.principal.id,
          wish: "no_longer",
        });
      unit.happened({ type: "request.changed", requestId });
      return { ...held, ...fields };
    },
  );
  return loadOneForStaff(powers, request);
}

/** Whoever hands a session over does not wait for the next operator. Refuses `contact_centre.not_transferable` otherwise. */
export async function leaveRequest(
  powers: Powers,
  context: CommandContext,
  requestId: RequestId,
): Promise<void> {
  await powers.database.transact(context.actor, async (unit) => {
    const request = await lockOwn(unit, context, requestId);
    if (request.state === "active")
      throw new AppError("contact_centre.not_transferable");
    await leaveBehind(powers, unit, request);
  });
}

/** Holds the row of a session that one serves oneself, or refuses `request.not_found`. */
export async function lockOwn(
  unit: Unit,
  { principal }: CommandContext,
  requestId: RequestId,
): Promise<RequestRow> {
  const { id } = requireOperator(principal);
  const request = await lockRequest(unit.tx, requestId);
  if (request?.operatorId !== id || request.state === "ended")
    throw new AppError("request.not_found");
  return request;
}
