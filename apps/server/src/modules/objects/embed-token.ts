import { errors, jwtVerify, SignJWT } from "jose";
import { Type } from "typebox";
import { Compile } from "typebox/compile";
import {
  ApplicationIdSchema,
  ConversationIdSchema,
  UserIdSchema,
  type ApplicationId,
  type ConversationId,
  type UserId,
} from "@veche/contracts";

/** A working day: a page that is open longer brings a fresh token of its application. */
export const EMBED_LIFETIME_MS = 8 * 60 * 60 * 1000;

/** What the holder reaches, and as whom. */
export interface EmbedGrant {
  readonly userId: UserId;
  readonly applicationId: ApplicationId;
  readonly conversationId: ConversationId;
}

const issuer = "veche";
const claimsCheck = Compile(
  Type.Object({
    sub: UserIdSchema,
    application: ApplicationIdSchema,
    conversation: ConversationIdSchema,
  }),
);

export function signEmbedToken(
  key: string,
  { userId, applicationId, conversationId }: EmbedGrant,
  now: Date,
): Promise<string> {
  const issuedAtS = Math.floor(now.getTime() / 1000);
  return new SignJWT({
    application: applicationId,
    conversation: conversationId,
  })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuer(issuer)
    .setSubject(userId)
    .setIssuedAt(issuedAtS)
    .setExpirationTime(issuedAtS + EMBED_LIFETIME_MS / 1000)
    .sign(new TextEncoder().encode(key));
}

/** Undefined for a token that isn't ours or is over. */
export async function readEmbedToken(
  key: string,
  token: string,
  now: Date,
): Promise<EmbedGrant | undefined> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(key), {
      algorithms: ["HS256"],
      issuer,
      requiredClaims: ["sub", "exp"],
      currentDate: now,
    });
    if (!claimsCheck.Check(payload)) return undefined;
    return {
      userId: payload.sub,
      applicationId: payload.application,
      conversationId: payload.conversation,
    };
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}
