import {
  verifyRegistrationResponse,
  type RegistrationResponseJSON,
} from "@simplewebauthn/server";
import type { Actor, Passkey, PasskeyId, UserId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { oneLine } from "../../../platform/one-line.ts";
import type { FlowOf } from "../domain/flow.ts";
import type { SignInPowers } from "../sign-in-powers.ts";
import { insertPasskey, type PasskeyRow } from "../store/passkeys.ts";
import { lockFactors } from "../store/policy.ts";
import { spendFlow } from "./flows.ts";
import { readAnswer } from "./read-answer.ts";
import { giveFirstCodes } from "./recovery-codes.ts";

type Powers = Pick<SignInPowers, "database" | "ids" | "publicUrl">;

export const toPasskey = (row: PasskeyRow): Passkey => ({
  id: row.id,
  name: row.name,
  createdAt: row.createdAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
});

/**
 * Keeps the passkey that the browser made. Answers with recovery codes when it is the first factor. Refuses
 * `auth.step_expired`, `auth.passkey_refused`.
 */
export async function addPasskey(
  powers: Powers,
  actor: Actor,
  given: {
    readonly userId: UserId;
    readonly ticket: string;
    readonly answer: string;
    readonly name: string;
  },
): Promise<{
  readonly passkey: Passkey;
  readonly recoveryCodes: readonly string[] | undefined;
}> {
  const { userId } = given;
  const flow = await spendFlow(powers, given.ticket, ["new_passkey"]);
  if (flow.userId !== userId) throw new AppError("auth.step_expired");
  const answer = readAnswer<RegistrationResponseJSON>(given.answer);
  const key = await verify(powers, flow, answer);
  const name = oneLine(given.name);
  return powers.database.transact(actor, async (unit) => {
    await lockFactors(unit.tx, userId);
    const { ids } = powers;
    const recoveryCodes = await giveFirstCodes({ unit, ids }, userId);
    const id = ids.next<PasskeyId>();
    const row = await insertPasskey(unit.tx, {
      id,
      userId,
      name: name === "" ? "—" : name,
      ...key,
    });
    if (row === undefined) throw new AppError("auth.passkey_refused");
    unit.happened({ type: "second_factor.added", userId, factor: "passkey" });
    return { passkey: toPasskey(row), recoveryCodes };
  });
}

async function verify(
  { publicUrl }: Pick<Powers, "publicUrl">,
  { challenge }: FlowOf<"new_passkey">,
  response: RegistrationResponseJSON,
) {
  const { origin, hostname } = new URL(publicUrl);
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: hostname,
      requireUserVerification: false,
    });
    if (!verified) throw new Error("not what was asked for");
    const {
      id,
      publicKey,
      counter,
      transports = [],
    } = registrationInfo.credential;
    return {
      credentialId: id,
      publicKey: Buffer.from(publicKey),
      counter,
      transports,
    };
  } catch (cause) {
    throw new AppError("auth.passkey_refused", { cause });
  }
}
