import webPush from "web-push";
import type { PushWord } from "./domain/push-word.ts";
import type { PushRequest } from "./push-post.port.ts";
import type { PushDeviceRow } from "./store/devices.ts";
import type { VapidKeys } from "./vapid-keys.ts";

export interface PushEnvelope {
  readonly keys: VapidKeys;
  /** Whom a push service can write to about us: `mailto:` or `https:`. */
  readonly subject: string;
  readonly ttlS: number;
  readonly isUrgent: boolean;
  /** At most 32 characters of base64url: an undelivered one is replaced by the next of the same topic. */
  readonly topic: string;
}

/** Encrypts a word for one browser (RFC 8291) and signs it for its push service (RFC 8292). */
export function pushRequest(
  {
    endpoint,
    p256dh,
    auth,
  }: Pick<PushDeviceRow, "endpoint" | "p256dh" | "auth">,
  word: PushWord,
  { keys, subject, ttlS, isUrgent, topic }: PushEnvelope,
): PushRequest {
  const details = webPush.generateRequestDetails(
    { endpoint, keys: { p256dh, auth } },
    JSON.stringify(word),
    {
      vapidDetails: { subject, ...keys },
      TTL: ttlS,
      urgency: isUrgent ? "high" : "normal",
      topic,
      contentEncoding: "aes128gcm",
    },
  );
  const { endpoint: url, headers, body } = details;
  return { url, headers: textOf(headers), body };
}

/** The library counts in numbers where the wire has words. */
const textOf = (
  headers: Readonly<Record<string, string | number>>,
): PushRequest["headers"] =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, `${value}`]),
  );
