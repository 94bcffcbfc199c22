import type {
  CallEquipment,
  CallEvent,
  CallId,
  PrincipalId,
} from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { RecordedStep } from "../recorder/steps.ts";
import type { CallsTables } from "./tables.ts";

interface Recorded {
  readonly callId: CallId;
  readonly at: Date;
}

export async function insertSteps(
  tx: Tx<CallsTables>,
  { callId, at, steps }: Recorded & { readonly steps: readonly RecordedStep[] },
): Promise<void> {
  if (steps.length === 0) return;
  await tx
    .insertInto("callEvents")
    .values(steps.map((step) => ({ ...step, callId, at, equipment: null })))
    .execute();
}

export async function insertEquipment(
  tx: Tx<CallsTables>,
  recorded: Recorded & {
    readonly principalId: PrincipalId;
    readonly equipment: CallEquipment;
  },
): Promise<void> {
  await tx
    .insertInto("callEvents")
    .values({ ...recorded, kind: "equipment" })
    .execute();
}

/** In the order in which they were noted. */
export async function eventsOfCall(
  db: Db<CallsTables>,
  callId: CallId,
): Promise<CallEvent[]> {
  const rows = await db
    .selectFrom("callEvents")
    .select(["at", "kind", "principalId", "equipment"])
    .where("callId", "=", callId)
    .orderBy("place")
    .execute();
  return rows.map(({ at, kind, principalId, equipment }) => ({
    at: at.toISOString(),
    kind,
    principalId,
    ...(equipment === null ? {} : { equipment }),
  }));
}
