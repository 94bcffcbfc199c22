import type {
  CommandParams,
  RequestId,
  ServiceRequest,
} from "@veche/contracts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import type { Powers } from "../powers.ts";
import { changeOwn } from "./change-own.ts";
import { noHelp } from "./end-of-service.ts";

/** The operator of a session asks supervisors for help. Asked again, the words are others and the time stays. */
export function askHelp(
  powers: Powers,
  context: CommandContext,
  { requestId, words }: CommandParams<"request.ask_help">,
): Promise<ServiceRequest> {
  const helpWords = words?.trim() === "" ? null : words;
  return changeOwn(powers, context, {
    requestId,
    next: ({ helpAskedAt }, unit) => {
      unit.happened({ type: "help.changed", requestId });
      return { helpAskedAt: helpAskedAt ?? powers.clock.now(), helpWords };
    },
  });
}

/** They need none any more; where none was asked for nothing changes. */
export function withdrawHelp(
  powers: Powers,
  context: CommandContext,
  requestId: RequestId,
): Promise<ServiceRequest> {
  return changeOwn(powers, context, {
    requestId,
    next: (_, unit) => {
      unit.happened({ type: "help.changed", requestId });
      return noHelp;
    },
  });
}
