import { createHmac } from "node:crypto";

const prefix = "whsec_";

/** A secret as a receiver's library takes it: `whsec_` and 32 bytes in base64. */
export const secretOf = (token: string): string =>
  prefix + Buffer.from(token, "base64url").toString("base64");

export interface SignedMessage {
  readonly id: string;
  /** When it is posted, not when it happened: receivers refuse what is old. */
  readonly at: Date;
  readonly body: string;
}

/** The three headers of Standard Webhooks 1.0; a signature under each secret, so that one can be changed for another. */
export function signedHeaders(
  { id, at, body }: SignedMessage,
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  const timestamp = Math.floor(at.getTime() / 1000);
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(prefix.length), "base64");
    const mac = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`);
    return `v1,${mac.digest("base64")}`;
  });
  return {
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": signatures.join(" "),
  };
}
