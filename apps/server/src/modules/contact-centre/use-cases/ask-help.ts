import type {
  CommandParams,
  RequestId,
  ServiceRequest,
} from "@veche/contracts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import { loadOneForStaff } from "../load.ts";
import type { Powers } from "../powers.ts";
import { saveRequest } from "../store/requests.ts";
import type { RequestRow } from "../store/rows.ts";
import { noHelp, type HelpFields } from "./end-of-help.ts";
import { lockOwn } from "./keep-request.ts";

/** The operator of a session asks supervisors for help. Asked again, the words are others and the time stays. */
export function askHelp(
  powers: Powers,
  context: CommandContext,
  { requestId, words }: CommandParams<"request.ask_help">,
): Promise<ServiceRequest> {
  const helpWords = words?.trim() === "" ? null : words;
  return changeHelp(powers, context, {
    requestId,
    next: ({ helpAskedAt }) => ({
      helpAskedAt: helpAskedAt ?? powers.clock.now(),
      helpWords,
    }),
  });
}

/** They need none any more; where none was asked for nothing changes. */
export function withdrawHelp(
  powers: Powers,
  context: CommandContext,
  requestId: RequestId,
): Promise<ServiceRequest> {
  return changeHelp(powers, context, { requestId, next: () => noHelp });
}

async function changeHelp(
  powers: Powers,
  context: CommandContext,
  {
    requestId,
    next,
  }: {
    readonly requestId: RequestId;
    readonly next: (held: RequestRow) => HelpFields;
  },
): Promise<ServiceRequest> {
  const request = await powers.database.transact(
    context.actor,
    async (unit) => {
      const held = await lockOwn(unit, context, requestId);
      const fields = next(held);
      await saveRequest(unit.tx, requestId, fields);
      unit.happened({ type: "help.changed", requestId });
      unit.happened({ type: "request.changed", requestId });
      return { ...held, ...fields };
    },
  );
  return loadOneForStaff(powers, request);
}
