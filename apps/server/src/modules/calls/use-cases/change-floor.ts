import { isDeepStrictEqual } from "node:util";
import type { Actor, CallId, PrincipalId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { Db } from "../../../platform/db/database.ts";
import type { LentUnit } from "../../../platform/db/statements.ts";
import type { CallRecord } from "../domain/call-record.ts";
import { firstFloor, type FloorRecord } from "../domain/floor.ts";
import type { CallPowers } from "../powers.ts";
import { lockCall } from "../store/calls.ts";
import { findFloor, saveFloor } from "../store/floors.ts";
import type { CallsTables } from "../store/tables.ts";
import { callsTx } from "./change-call.ts";

/** The order of a call as the tables have it. */
export async function floorOf(
  db: Db<CallsTables>,
  call: Pick<CallRecord, "id" | "conversationId">,
): Promise<FloorRecord> {
  const kept = await findFloor(db, call.id);
  return kept === undefined
    ? firstFloor(call)
    : { ...kept, conversationId: call.conversationId };
}

export interface FloorChange {
  readonly callId: CallId;
  readonly step: (floor: FloorRecord, call: CallRecord) => FloorRecord;
  /** Changes what stands beside it, in the same transaction; whose place before the door is another by it. */
  readonly beside?: (
    unit: LentUnit,
    call: CallRecord,
  ) => Promise<readonly PrincipalId[]>;
}

/**
 * Changes the order of a call, one after another with everything else that happens to it. Refuses `request.not_found`
 * where there is no order to keep, and `call.ended`.
 */
export async function changeFloor(
  powers: CallPowers,
  actor: Actor,
  { callId, step, beside }: FloorChange,
): Promise<void> {
  const changed = await powers.database.transact(actor, async (unit) => {
    const tx = callsTx(unit);
    const call = await lockCall(tx, callId);
    if (call?.kind !== "group") throw new AppError("request.not_found");
    if (call.state === "ended") throw new AppError("call.ended");
    const before = await floorOf(tx, call);
    const after = step(before, call);
    const calledIds = await beside?.(unit, call);
    if (calledIds === undefined && isDeepStrictEqual(before, after))
      return undefined;
    const saved = { ...after, revision: before.revision + 1 };
    await saveFloor(tx, saved);
    unit.happened({
      type: "floor.changed",
      callId,
      calledIds: calledIds ?? [],
    });
    return saved;
  });
  if (changed !== undefined) powers.floors.put(changed);
}
