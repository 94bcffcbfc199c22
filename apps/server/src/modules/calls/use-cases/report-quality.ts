import type { CommandParams } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import type { CallRecord } from "../domain/call-record.ts";
import { isKnownTo } from "../domain/supervision.ts";
import type { CallPowers } from "../powers.ts";
import type { QualityBoard } from "../realtime/quality-board.ts";
import { thinned } from "../recorder/thinned.ts";
import { insertEquipment } from "../store/call-events.ts";
import { findCall } from "../store/calls.ts";
import { insertSamples } from "../store/quality-samples.ts";
import { ownSeat } from "./update-seat.ts";

type ReportPowers = CallPowers & { readonly qualities: QualityBoard };

/** Keeps the seconds with the call and shows the newest to the others. Told twice, they are kept once. */
export async function reportQuality(
  powers: ReportPowers,
  context: CommandContext,
  { callId, joinId, samples, equipment }: CommandParams<"call.report_quality">,
): Promise<void> {
  const { principal, actor } = context;
  const call = await seatedCall(powers, callId);
  ownSeat(call, context, joinId);
  const present = call.seats.filter(({ state }) => state !== "left").length;
  const seconds = { callId, principalId: principal.id };
  await powers.database.transact(actor, async ({ tx, happened }) => {
    await insertSamples(tx, {
      ...seconds,
      samples: thinned(samples, { present }),
    });
    if (equipment !== undefined)
      await insertEquipment(tx, {
        ...seconds,
        at: powers.clock.now(),
        equipment,
      });
    happened({ type: "call.measured", ...seconds, samples });
  });
  const sample = samples.at(-1);
  if (sample !== undefined) show(powers, call, { ...seconds, sample });
}

function show(
  { hub, qualities }: ReportPowers,
  { kind, seats }: CallRecord,
  report: Parameters<QualityBoard["reported"]>[0],
): void {
  if (kind === "group") {
    qualities.reported(report);
    return;
  }
  const reporter = seats.find((one) => one.principalId === report.principalId);
  const others = seats
    .filter((one) => reporter === undefined || isKnownTo(one, reporter))
    .map((seat) => seat.principalId)
    .filter((id) => id !== report.principalId);
  hub.notify(others, { type: "call.quality_reported", ...report });
}

async function seatedCall(
  { book, database }: CallPowers,
  callId: CommandParams<"call.report_quality">["callId"],
): Promise<CallRecord> {
  const call = book.get(callId) ?? (await findCall(database.db, callId));
  if (call === undefined) throw new AppError("request.not_found");
  return call;
}
