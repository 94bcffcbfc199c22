import { createHash } from "node:crypto";
import { purposeKey } from "../purpose-key.ts";

/** Tells whether two servers have the same SECRET_KEY, and nothing about it. */
export const keyPrintOf = (secretKey: string): string =>
  createHash("sha256").update(purposeKey(secretKey, "backup")).digest("hex");
