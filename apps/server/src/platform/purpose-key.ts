import { createHmac } from "node:crypto";

/** What keys derived from the server's secret are for. */
export type KeyPurpose =
  | "answers"
  | "rating-links"
  | "application-secrets"
  | "audit"
  | "backup"
  | "embed-tokens"
  | "sign-in-secrets"
  | "unsubscribe"
  | "webhook-secrets";

/** A key of its own for each purpose, from the one secret. */
export const purposeKey = (secretKey: string, purpose: KeyPurpose): string =>
  createHmac("sha256", secretKey).update(purpose).digest("hex");
