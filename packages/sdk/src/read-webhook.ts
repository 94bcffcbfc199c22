import { createHmac, timingSafeEqual } from "node:crypto";
import type { EventPage } from "./follow-events.ts";

/** What came to the application's webhook. */
export interface WebhookRequest {
  /** The body as it came, byte for byte: a parsed and written one is another. */
  readonly body: string | Uint8Array;
  /** The header `veche-signature`. */
  readonly signature: string | undefined;
}

export type WebhookReading =
  | { readonly ok: true; readonly page: EventPage }
  /**
   * `unsigned`: no signature of the right form · `forged`: not signed with the secret · `stale`: signed more than five
   * minutes ago or ahead, perhaps sent again by a stranger. To be answered with 400.
   */
  | { readonly ok: false; readonly reason: "unsigned" | "forged" | "stale" };

const toleranceMs = 5 * 60 * 1000;
const signatureForm = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/;

/** Checks who signed what came to the webhook, and when, and reads it. The same page may come twice. */
export function readWebhook(
  secret: string,
  { body, signature }: WebhookRequest,
  nowMs: number,
): WebhookReading {
  const [, seconds, claimed] = signatureForm.exec(signature ?? "") ?? [];
  if (seconds === undefined || claimed === undefined)
    return { ok: false, reason: "unsigned" };
  const bytes = Buffer.from(body);
  const right = createHmac("sha256", secret)
    .update(`${seconds}.`)
    .update(bytes)
    .digest();
  if (!timingSafeEqual(right, Buffer.from(claimed, "hex")))
    return { ok: false, reason: "forged" };
  if (Math.abs(nowMs - Number(seconds) * 1000) > toleranceMs)
    return { ok: false, reason: "stale" };
  // Signed by the server, which writes nothing else there.
  return { ok: true, page: JSON.parse(bytes.toString()) as EventPage };
}
