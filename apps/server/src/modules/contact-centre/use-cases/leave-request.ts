import type { CustomerRequest, RequestId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { Principal } from "../../../platform/principal.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import { loadForCustomer } from "../load.ts";
import type { Powers } from "../powers.ts";
import { lockRequest } from "../store/requests.ts";
import type { RequestRow } from "../store/rows.ts";
import { endRequest } from "./end-request.ts";

/**
 * The customer gives up. Served in the meantime, the session ends all the same: who left is not to be seen or heard.
 * Giving up what is over changes nothing.
 */
export async function cancelRequest(
  powers: Powers,
  context: CommandContext,
  requestId: RequestId,
): Promise<CustomerRequest> {
  return loadForCustomer(powers, await leave(powers, context, requestId));
}

/** Either side ends the session, or the customer the wait. Ending what is over changes nothing. */
export async function finishRequest(
  powers: Powers,
  context: CommandContext,
  requestId: RequestId,
): Promise<void> {
  await leave(powers, context, requestId);
}

function leave(
  powers: Powers,
  { principal, actor }: CommandContext,
  requestId: RequestId,
): Promise<RequestRow> {
  return powers.database.transact(actor, async (unit) => {
    const request = await lockRequest(unit.tx, requestId);
    if (request === undefined || !isParty(principal, request))
      throw new AppError("request.not_found");
    const how =
      request.operatorId !== null
        ? ({ event: "finished", reason: "completed" } as const)
        : ({ event: "cancelled", reason: "abandoned" } as const);
    return (
      (await endRequest(powers, unit, {
        request,
        ...how,
        actorId: principal.id,
      })) ?? request
    );
  });
}

const isParty = (principal: Principal, request: RequestRow): boolean =>
  principal.id === request.customerId || principal.id === request.operatorId;
