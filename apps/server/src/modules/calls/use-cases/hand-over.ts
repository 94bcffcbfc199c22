import type { CallId, PrincipalId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { LentUnit } from "../../../platform/db/statements.ts";
import { awaitOperator, letGo } from "../domain/hand-over.ts";
import type { CallPowers } from "../powers.ts";
import { changeCall } from "./change-call.ts";

/** What is to become of a session's call. */
export interface HandOver {
  readonly callId: CallId;
  readonly actorId: PrincipalId;
  readonly wish: "await" | "no_longer";
}

/**
 * From now on an operator who goes does not end the call, or does again. Refuses `contact_centre.not_transferable`
 * while nobody has answered it.
 */
export async function awaitOperatorIn(
  powers: CallPowers,
  unit: LentUnit,
  { callId, actorId, wish }: HandOver,
): Promise<void> {
  await changeCall(powers, unit, {
    callId,
    actorId,
    step: (call) => {
      if (wish === "await" && call.state !== "active")
        throw new AppError("contact_centre.not_transferable");
      return awaitOperator(call, wish);
    },
  });
}

/** Somebody goes and the call goes on. */
export async function letGoOf(
  powers: CallPowers,
  unit: LentUnit,
  {
    callId,
    principalId,
  }: { readonly callId: CallId; readonly principalId: PrincipalId },
): Promise<void> {
  await changeCall(powers, unit, {
    callId,
    actorId: principalId,
    step: (call) => letGo(call, (seat) => seat.principalId === principalId),
  });
}
