import type { CommandParams } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import type { CallRecord } from "../domain/call-record.ts";
import type { CallPowers } from "../powers.ts";
import { findCall } from "../store/calls.ts";
import { insertSamples } from "../store/quality-samples.ts";
import { ownSeat } from "./update-seat.ts";

/** Keeps the seconds with the call and shows the newest to the others. Told twice, they are kept once. */
export async function reportQuality(
  powers: CallPowers,
  context: CommandContext,
  { callId, joinId, samples }: CommandParams<"call.report_quality">,
): Promise<void> {
  const { principal, actor } = context;
  const call = await seatedCall(powers, callId);
  ownSeat(call, context, joinId);
  await powers.database.transact(actor, ({ tx }) =>
    insertSamples(tx, { callId, principalId: principal.id, samples }),
  );
  const sample = samples.at(-1);
  if (sample === undefined) return;
  const others = call.seats
    .map((seat) => seat.principalId)
    .filter((id) => id !== principal.id);
  powers.hub.notify(others, {
    type: "call.quality_reported",
    callId,
    principalId: principal.id,
    sample,
  });
}

async function seatedCall(
  { book, database }: CallPowers,
  callId: CommandParams<"call.report_quality">["callId"],
): Promise<CallRecord> {
  const call = book.get(callId) ?? (await findCall(database.db, callId));
  if (call === undefined) throw new AppError("request.not_found");
  return call;
}
