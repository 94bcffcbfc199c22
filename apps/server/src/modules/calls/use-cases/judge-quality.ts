import type {
  CallId,
  CallVerdict,
  PrincipalId,
  QualityLevel,
  RequestId,
} from "@veche/contracts";
import { serverActor, type Db } from "../../../platform/db/database.ts";
import { worse, worstLasting } from "../domain/quality.ts";
import type { CallPowers } from "../powers.ts";
import { verdictOn } from "../recorder/troubles.ts";
import { saveVerdicts } from "../store/call-verdicts.ts";
import { findCall } from "../store/calls.ts";
import {
  levelsOfCall,
  samplesOf,
  saveVerdict,
  verdicts,
} from "../store/quality-samples.ts";
import type { CallsTables } from "../store/tables.ts";

/** The worst level that lasted on either side. */
async function judge(
  db: Db<CallsTables>,
  callId: CallId,
): Promise<QualityLevel> {
  const byParticipant = new Map<
    PrincipalId,
    { at: string; level: QualityLevel }[]
  >();
  for (const { principalId, at, level } of await levelsOfCall(db, callId)) {
    const readings = byParticipant.get(principalId) ?? [];
    byParticipant.set(principalId, readings);
    readings.push({ at, level });
  }
  return [...byParticipant.values()].map(worstLasting).reduce(worse, "unknown");
}

/** Keeps the verdicts with an ended call, so that lists need not read its thousands of seconds. */
export async function keepVerdict(
  { database }: CallPowers,
  callId: CallId,
): Promise<void> {
  const call = await findCall(database.db, callId);
  if (call === undefined) return;
  const judged: Omit<CallVerdict, "name">[] = [];
  // One after another: a large call's seconds need not be in memory all at once.
  for (const { principalId } of call.seats) {
    const samples = await samplesOf(database.db, callId, principalId);
    if (samples.length > 0) judged.push({ principalId, ...verdictOn(samples) });
  }
  const quality = judged
    .map(({ level }) => level)
    .reduce<QualityLevel>(worse, "unknown");
  await database.transact(serverActor, async ({ tx }) => {
    await saveVerdict(tx, callId, quality);
    await saveVerdicts(tx, callId, judged);
  });
}

/** Of requests with calls: kept verdicts, and fresh ones for calls that run or that nobody was there to judge. */
export async function qualityOf(
  { database }: CallPowers,
  requestIds: readonly RequestId[],
): Promise<ReadonlyMap<RequestId, QualityLevel>> {
  if (requestIds.length === 0) return new Map();
  const levels = new Map<RequestId, QualityLevel>();
  for (const { id, requestId, quality } of await verdicts(
    database.db,
    requestIds,
  )) {
    const level = quality ?? (await judge(database.db, id));
    levels.set(requestId, worse(level, levels.get(requestId) ?? "unknown"));
  }
  return levels;
}
