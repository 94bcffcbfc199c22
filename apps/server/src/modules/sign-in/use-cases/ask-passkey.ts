import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
} from "@simplewebauthn/server";
import type { PasskeyQuestion, UserId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { FLOW_S } from "../domain/flow.ts";
import type { SignInPowers } from "../sign-in-powers.ts";
import { listPasskeys, type PasskeyRow } from "../store/passkeys.ts";
import { beginFlow, requireFlow } from "./flows.ts";

type Powers = Pick<
  SignInPowers,
  "database" | "ids" | "identity" | "productName" | "publicUrl"
>;

/** More keys than anybody carries. */
const MAX_PASSKEYS = 20;

const known = ({ credentialId, transports }: PasskeyRow) => ({
  id: credentialId,
  transports: [...transports],
});

/**
 * What to ask the browser's keys: those of the person whose password was right, or, without a ticket, whichever key
 * the person chooses; that one stands for the password too, so it must know its person. Refuses `auth.step_expired`.
 */
export async function askPasskey(
  powers: Powers,
  secondStepTicket: string | null,
): Promise<PasskeyQuestion> {
  const userId =
    secondStepTicket === null
      ? null
      : (await requireFlow(powers, secondStepTicket, ["second_step"])).userId;
  const keys =
    userId === null ? [] : await listPasskeys(powers.database.db, userId);
  const options = await generateAuthenticationOptions({
    rpID: new URL(powers.publicUrl).hostname,
    userVerification: userId === null ? "required" : "preferred",
    timeout: FLOW_S * 1000,
    ...(userId === null ? {} : { allowCredentials: keys.map(known) }),
  });
  const { challenge } = options;
  const ticket = await beginFlow(powers, {
    kind: "passkey",
    userId,
    challenge,
  });
  return { ticket, options: JSON.stringify(options) };
}

/** What to ask the browser to make a passkey. Refuses `request.conflict` for somebody with too many. */
export async function askNewPasskey(
  powers: Powers,
  userId: UserId,
): Promise<PasskeyQuestion> {
  const user = await powers.identity.findUser(userId);
  if (user === undefined) throw new AppError("auth.session_ended");
  const keys = await listPasskeys(powers.database.db, userId);
  if (keys.length >= MAX_PASSKEYS) throw new AppError("request.conflict");
  const options = await generateRegistrationOptions({
    rpName: await powers.productName(),
    rpID: new URL(powers.publicUrl).hostname,
    userID: new TextEncoder().encode(userId),
    userName: user.login,
    userDisplayName: user.name,
    timeout: FLOW_S * 1000,
    excludeCredentials: keys.map(known),
    authenticatorSelection: {
      residentKey: "required",
      userVerification: "preferred",
    },
  });
  const { challenge } = options;
  const flow = { kind: "new_passkey", userId, challenge } as const;
  const ticket = await beginFlow(powers, flow);
  return { ticket, options: JSON.stringify(options) };
}
