import type {
  CallId,
  CommandParams,
  CommandResult,
  UserId,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import type { Powers } from "../powers.ts";
import { requireOverseer } from "../rights.ts";
import { tellsSupervision } from "../store/queues.ts";
import { lockRequest } from "../store/requests.ts";
import type { RequestRow } from "../store/rows.ts";
import { seatedIn, talksElsewhere } from "./seat-operator.ts";

type Params = CommandParams<"request.supervise">;
type Result = CommandResult<"request.supervise">;

/**
 * A supervisor listens to the call of a session, whispers to its operator, or joins it (B2, B15). What the customer is told
 * of a listener is the queue's to say. Refuses `request.not_found` of what nobody serves, `call.ended` of a chat,
 * `call.busy` to its own operator and to who talks elsewhere, and what `calls.supervise` refuses.
 */
export async function supervise(
  powers: Powers,
  context: CommandContext,
  params: Params,
): Promise<Result> {
  const { id: supervisorId } = requireOverseer(context.principal);
  const { requestId, joinId, media: mediaState, mode } = params;
  const taken = await powers.database
    .transact(context.actor, async (unit) => {
      const request = talkOf(
        await lockRequest(unit.tx, requestId),
        supervisorId,
      );
      const isTold = await tellsSupervision(unit.tx, request.queueId);
      const joiner = { context, joinId, mediaState, mode, isTold };
      const before = await powers.calls.supervise(unit, request.callId, joiner);
      if (before !== mode)
        unit.happened({
          type: "request.supervised",
          ...{ requestId, supervisorId, mode },
        });
      return request;
    })
    .catch((error: unknown) => {
      throw talksElsewhere(error);
    });
  const { request, seat } = await seatedIn(powers, context, { taken, joinId });
  if (seat === null) throw new AppError("call.elsewhere");
  return { request, seat };
}

/** The call of a session that another serves. */
function talkOf(
  request: RequestRow | undefined,
  supervisorId: UserId,
): RequestRow & { readonly callId: CallId } {
  if (
    request === undefined ||
    request.state === "ended" ||
    request.operatorId === null
  )
    throw new AppError("request.not_found");
  const { callId, operatorId } = request;
  if (operatorId === supervisorId) throw new AppError("call.busy");
  if (callId === null) throw new AppError("call.ended");
  return { ...request, callId };
}
