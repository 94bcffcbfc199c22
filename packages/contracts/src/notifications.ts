import { Type, type Static } from "typebox";
import { DeviceIdSchema } from "./ids.ts";
import { notificationCauses } from "./notification-causes.ts";
import { callSounds, messageSounds } from "./notification-sounds.ts";
import { closed, Instant, nullable, oneOf } from "./shapes.ts";

const TimeOfDay = Type.String({
  pattern: "^(?:[01]\\d|2[0-3]):[0-5]\\d$|^24:00$",
});

/**
 * Hours in which nothing is told, in the person's own time zone. From `from` to `to` of the same day, or of the next
 * one where `to` is not later; on those `days` (1 is Monday) on which they begin.
 */
export const QuietHours = closed({
  from: TimeOfDay,
  to: TimeOfDay,
  days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
    minItems: 1,
    maxItems: 7,
    uniqueItems: true,
  }),
});

/** One person's own rules. What single conversations may say stands in `Mine` (`notify`, `mutedUntil`). */
export const NotificationSettings = closed({
  /** What there is to be told of; the others only count as unread. */
  causes: Type.Array(oneOf(notificationCauses), {
    maxItems: notificationCauses.length,
    uniqueItems: true,
  }),
  quietHours: nullable(QuietHours),
  /** A name of the IANA time zone database: `Europe/Moscow`. */
  timeZone: Type.String({ maxLength: 60, pattern: "^[A-Za-z0-9_+/-]+$" }),
  /** Nothing at all until then. */
  doNotDisturbUntil: nullable(Instant),
  /** Null: silence. Single conversations may sound otherwise (`Mine.sounds`). */
  sounds: closed({
    message: nullable(oneOf(messageSounds)),
    call: nullable(oneOf(callSounds)),
  }),
  /** Notifications show who wrote what; otherwise only that something was written. */
  showsText: Type.Boolean(),
  /** An e-mail about mentions that stayed unread so long; null: never. */
  digestDelayMs: nullable(
    Type.Integer({ minimum: 300_000, maximum: 86_400_000 }),
  ),
});
export type NotificationSettings = Static<typeof NotificationSettings>;

/** A browser that is told when no window is open, as `PushManager.subscribe` describes it. */
export const PushSubscription = closed({
  /** https, except inside the company's network. */
  endpoint: Type.String({ maxLength: 2000, pattern: "^https?://[^\\s]+$" }),
  /** The browser's public key and secret, base64url (RFC 8291). */
  p256dh: Type.String({ pattern: "^[A-Za-z0-9_-]{87}$" }),
  auth: Type.String({ pattern: "^[A-Za-z0-9_-]{22}$" }),
});
export type PushSubscription = Static<typeof PushSubscription>;

/** A device of mine that takes pushes; its address and keys are told to nobody. */
export const PushDevice = closed({
  deviceId: DeviceIdSchema,
  /** Browser and system in words. */
  device: Type.String(),
  subscribedAt: Instant,
});
export type PushDevice = Static<typeof PushDevice>;
