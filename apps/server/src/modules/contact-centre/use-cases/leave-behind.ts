import type { Powers } from "../powers.ts";
import { saveRequest } from "../store/requests.ts";
import type { RequestRow } from "../store/rows.ts";
import { saveTransfer } from "../store/transfers.ts";
import { endOfService } from "./end-of-service.ts";
import { moveOperatorById, type Unit } from "./move-operator.ts";

/**
 * The operator who hands a session over, whose row is held, goes before anybody took it over: from now on its customer
 * waits in the queue alone, in the same conversation and call. Of a session that is not being handed over nothing changes.
 */
export async function leaveBehind(
  powers: Powers,
  unit: Unit,
  request: RequestRow,
): Promise<void> {
  const { id: requestId, conversationId, operatorId, callId } = request;
  const { state, transferId } = request;
  const isQueued = state === "waiting" || state === "offered";
  if (!isQueued || transferId === null || operatorId === null) return;
  const now = powers.clock.now();
  await saveRequest(unit.tx, requestId, {
    operatorId: null,
    operatorName: null,
    ...endOfService(unit, request, now),
    customerGoneAt: powers.hub.isConnected(request.customerId) ? null : now,
  });
  await saveTransfer(unit.tx, transferId, { leftAt: now });
  await moveOperatorById(powers, unit, {
    operatorId,
    event: { type: "work_ended" },
  });
  if (callId === null)
    await powers.calls.endOpenCall(unit, {
      conversationId,
      reason: "ended",
      actorId: operatorId,
    });
  else await powers.calls.letGo(unit, { callId, principalId: operatorId });
  await powers.chats.removeMember(unit, {
    conversationId,
    principalId: operatorId,
    actorId: null,
  });
  unit.happened({ type: "request.left", requestId, operatorId });
  unit.happened({ type: "request.changed", requestId });
}
