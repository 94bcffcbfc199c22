import type {
  CallId,
  PrincipalId,
  QualityLevel,
  RequestId,
} from "@veche/contracts";
import { serverActor, type Db } from "../../../platform/db/database.ts";
import { worse, worstLasting } from "../domain/quality.ts";
import type { CallPowers } from "../powers.ts";
import {
  levelsOfCall,
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

/** Keeps the verdict with an ended call, so that lists need not read its thousands of seconds. */
export async function keepVerdict(
  { database }: CallPowers,
  callId: CallId,
): Promise<void> {
  const quality = await judge(database.db, callId);
  await database.transact(serverActor, ({ tx }) =>
    saveVerdict(tx, callId, quality),
  );
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
