import type { Call, CallId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { Principal } from "../../../platform/principal.ts";
import { mayRecord } from "../domain/may-record.ts";
import { presentIn } from "../domain/present-in.ts";
import type { RecordingPowers } from "../recording-powers.ts";
import { readPolicy } from "../store/policy.ts";

/**
 * The call, for whoever is in it and may record. Refuses `request.not_found` to everybody else who asks for it,
 * `call.ended`, and `auth.forbidden` to those without the right.
 */
export async function requireRight(
  { database, calls }: Pick<RecordingPowers, "database" | "calls">,
  principal: Principal,
  callId: CallId,
): Promise<Call> {
  const call = await calls.find(callId);
  const hadSeat = call?.participants.some(
    ({ principalId }) => principalId === principal.id,
  );
  if (call === undefined || hadSeat !== true)
    throw new AppError("request.not_found");
  if (call.state === "ended") throw new AppError("call.ended");
  if (presentIn(call).every((one) => one.principalId !== principal.id))
    throw new AppError("request.not_found");
  if (
    principal.kind !== "user" ||
    !mayRecord(principal.roles, await readPolicy(database.db))
  )
    throw new AppError("auth.forbidden");
  return call;
}
