import type { PrincipalId } from "@veche/contracts";
import type { LentUnit } from "../../../platform/db/statements.ts";
import type { CallRecord } from "../domain/call-record.ts";
import { ringThem, stopRing } from "../domain/rings.ts";
import type { CallPowers } from "../powers.ts";

/** Makes a group's call ring for these members, each by their own rules; joins the caller's transaction. */
export async function ringPeople(
  {
    clock,
    settings,
    ringing,
  }: Pick<CallPowers, "clock" | "settings" | "ringing">,
  unit: LentUnit,
  {
    call,
    people,
    callerName,
  }: {
    readonly call: CallRecord;
    readonly people: readonly PrincipalId[];
    readonly callerName: string;
  },
): Promise<CallRecord> {
  if (people.length === 0) return call;
  const now = clock.now();
  const until = new Date(now.getTime() + settings.ringTimeoutMs);
  const { rung, spared } = await ringing.ring(unit, {
    callId: call.id,
    conversationId: call.conversationId,
    callerName,
    media: call.media,
    isToMany: true,
    userIds: people,
    until,
  });
  unit.happened({ type: "call.rang", callId: call.id });
  const rings = ringThem(call.rings, {
    people: [...rung, ...spared],
    now,
    until,
  });
  return spared.reduce((rest, id) => stopRing(rest, id, "missed"), {
    ...call,
    rings,
  });
}
