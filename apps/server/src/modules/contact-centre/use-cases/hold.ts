import type { RequestId, ServiceRequest } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import type { Powers } from "../powers.ts";
import { changeOwn } from "./change-own.ts";
import { endOfHold } from "./end-of-service.ts";

/** The operator of a call puts it on hold; one that is stays so since then. Refuses `call.ended` of a chat. */
export const hold = (
  powers: Powers,
  context: CommandContext,
  requestId: RequestId,
): Promise<ServiceRequest> =>
  changeOwn(powers, context, {
    requestId,
    next: ({ callId, heldAt }) => {
      if (callId === null) throw new AppError("call.ended");
      return { heldAt: heldAt ?? powers.clock.now() };
    },
  });

/** They are back; of a call that is not on hold nothing changes. */
export const resume = (
  powers: Powers,
  context: CommandContext,
  requestId: RequestId,
): Promise<ServiceRequest> =>
  changeOwn(powers, context, {
    requestId,
    next: (held) => endOfHold(held, powers.clock.now()),
  });
