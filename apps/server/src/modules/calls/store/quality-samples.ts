import { sql } from "kysely";
import type {
  CallId,
  PrincipalId,
  QualityLevel,
  QualitySample,
  RequestId,
} from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { CallsTables } from "./tables.ts";

export interface SamplesOf {
  readonly callId: CallId;
  readonly principalId: PrincipalId;
  readonly samples: readonly QualitySample[];
}

/** One statement for the whole report; a second that was told before stays as it was. */
export async function insertSamples(
  tx: Tx<CallsTables>,
  { callId, principalId, samples }: SamplesOf,
): Promise<void> {
  await tx
    .insertInto("callQualitySamples")
    .values(
      samples.map((sample) => ({
        callId,
        principalId,
        at: new Date(sample.at),
        sample,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Everything kept with a call, in order of time. */
export function samplesOfCall(
  db: Db<CallsTables>,
  callId: CallId,
): Promise<
  readonly {
    readonly principalId: PrincipalId;
    readonly sample: QualitySample;
  }[]
> {
  return db
    .selectFrom("callQualitySamples")
    .select(["principalId", "sample"])
    .where("callId", "=", callId)
    .orderBy("at")
    .execute();
}

/** Of one participant, in order of time. */
export async function samplesOf(
  db: Db<CallsTables>,
  callId: CallId,
  principalId: PrincipalId,
): Promise<QualitySample[]> {
  const rows = await db
    .selectFrom("callQualitySamples")
    .select("sample")
    .where("callId", "=", callId)
    .where("principalId", "=", principalId)
    .orderBy("at")
    .execute();
  return rows.map(({ sample }) => sample);
}

/** The same without all but the level: what the verdict on a call is made of. */
export function levelsOfCall(
  db: Db<CallsTables>,
  callId: CallId,
): Promise<
  readonly {
    readonly principalId: PrincipalId;
    readonly at: string;
    readonly level: QualityLevel;
  }[]
> {
  return db
    .selectFrom("callQualitySamples")
    .select([
      "principalId",
      sql<string>`sample ->> 'at'`.as("at"),
      sql<QualityLevel>`sample ->> 'level'`.as("level"),
    ])
    .where("callId", "=", callId)
    .orderBy("callQualitySamples.at")
    .execute();
}

export async function saveVerdict(
  tx: Tx<CallsTables>,
  callId: CallId,
  quality: QualityLevel,
): Promise<void> {
  await tx
    .updateTable("calls")
    .set({ quality })
    .where("id", "=", callId)
    .execute();
}

/** What is kept of the calls of these requests; null where nobody has judged yet. */
export function verdicts(
  db: Db<CallsTables>,
  requestIds: readonly RequestId[],
): Promise<
  readonly {
    readonly id: CallId;
    readonly requestId: RequestId;
    readonly quality: QualityLevel | null;
  }[]
> {
  return db
    .selectFrom("calls")
    .select(["id", "requestId", "quality"])
    .where("requestId", "in", requestIds)
    .$narrowType<{ requestId: RequestId }>()
    .execute();
}
