import { createHmac } from "node:crypto";

export interface TurnCredential {
  readonly username: string;
  readonly credential: string;
}

export interface CredentialRequest {
  /** Shared with the relay. */
  readonly secret: string;
  /** Names the bearer in the relay's log and quota. */
  readonly bearer: string;
  readonly expiresAt: Date;
}

/** The relay's time-limited password: it checks the HMAC and the time, and keeps no list of users. */
export function issueTurnCredential({
  secret,
  bearer,
  expiresAt,
}: CredentialRequest): TurnCredential {
  const username = `${String(Math.floor(expiresAt.getTime() / 1000))}:${bearer}`;
  const credential = createHmac("sha1", secret)
    .update(username)
    .digest("base64");
  return { username, credential };
}
