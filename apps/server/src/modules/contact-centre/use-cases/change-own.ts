import type { RequestId, ServiceRequest } from "@veche/contracts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import { loadOneForStaff } from "../load.ts";
import type { Powers } from "../powers.ts";
import { saveRequest } from "../store/requests.ts";
import type { RequestRow } from "../store/rows.ts";
import { lockOwn } from "./keep-request.ts";
import type { Unit } from "./move-operator.ts";

interface OwnChange {
  readonly requestId: RequestId;
  /** What of the held row becomes another. */
  readonly next: (held: RequestRow, unit: Unit) => Partial<RequestRow>;
}

/** Changes what stands in a session that one serves oneself. Refuses `request.not_found` of any other. */
export async function changeOwn(
  powers: Powers,
  context: CommandContext,
  { requestId, next }: OwnChange,
): Promise<ServiceRequest> {
  const request = await powers.database.transact(
    context.actor,
    async (unit) => {
      const held = await lockOwn(unit, context, requestId);
      const fields = next(held, unit);
      await saveRequest(unit.tx, requestId, fields);
      unit.happened({ type: "request.changed", requestId });
      return { ...held, ...fields };
    },
  );
  return loadOneForStaff(powers, request);
}
