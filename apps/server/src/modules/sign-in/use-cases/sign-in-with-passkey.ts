import {
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
} from "@simplewebauthn/server";
import type { UserId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { serverActor } from "../../../platform/db/database.ts";
import type { FlowOf } from "../domain/flow.ts";
import type { SignInPowers } from "../sign-in-powers.ts";
import {
  findPasskey,
  notePasskeyUse,
  type PasskeyRow,
} from "../store/passkeys.ts";
import { spendFlow } from "./flows.ts";
import { mayComeAlone } from "./local-ways.ts";
import { readAnswer } from "./read-answer.ts";

type Powers = Pick<SignInPowers, "database" | "identity" | "publicUrl">;

/**
 * Whose key answered. A question is answered once, right or wrong. Refuses `auth.step_expired`,
 * `auth.passkey_refused`, `auth.locked`.
 */
export async function checkPasskey(
  powers: Powers,
  given: {
    readonly ticket: string;
    readonly answer: string;
    readonly address: string;
  },
): Promise<UserId> {
  const flow = await spendFlow(powers, given.ticket, ["passkey"]);
  const answer = readAnswer<AuthenticationResponseJSON>(given.answer);
  const key = await findPasskey(powers.database.db, answer.id);
  if (key === undefined || (flow.userId !== null && flow.userId !== key.userId))
    throw new AppError("auth.passkey_refused");
  const { userId } = key;
  const failed = await powers.identity.countTry({
    userId,
    address: given.address,
  });
  try {
    const counter = await verify(powers, { flow, answer, key });
    await powers.database.transact(
      serverActor,
      ({ tx }) => notePasskeyUse(tx, key.id, counter),
      { isEssential: true },
    );
  } catch (cause) {
    await failed("passkey_refused");
    throw new AppError("auth.passkey_refused", { cause });
  }
  if (flow.userId === null) await requireAlone(powers, userId, failed);
  return userId;
}

/** A passkey that stands for the password too serves where passwords do. */
async function requireAlone(
  powers: Powers,
  userId: UserId,
  failed: Awaited<ReturnType<Powers["identity"]["countTry"]>>,
): Promise<void> {
  const user = await powers.identity.findUser(userId);
  if (user === undefined || (await mayComeAlone(powers, user))) return;
  await failed("company_only");
  throw new AppError("auth.company_only");
}

async function verify(
  { publicUrl }: Pick<Powers, "publicUrl">,
  {
    flow,
    answer,
    key,
  }: {
    readonly flow: FlowOf<"passkey">;
    readonly answer: AuthenticationResponseJSON;
    readonly key: PasskeyRow;
  },
): Promise<number> {
  const { origin, hostname } = new URL(publicUrl);
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: flow.challenge,
    expectedOrigin: origin,
    expectedRPID: hostname,
    // Without a password before it the key has to know its person: by a finger, a face, a PIN.
    requireUserVerification: flow.userId === null,
    credential: {
      id: key.credentialId,
      publicKey: Uint8Array.from(key.publicKey),
      counter: key.counter,
    },
  });
  if (!verified) throw new Error("the signature is not the key's");
  return authenticationInfo.newCounter;
}
