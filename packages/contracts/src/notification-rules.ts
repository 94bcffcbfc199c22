import type { Mine } from "./conversations.ts";
import type { NotificationCause } from "./notification-causes.ts";
import type { CallSound, MessageSound } from "./notification-sounds.ts";
import type { NotificationSettings } from "./notifications.ts";
import { isQuietAt } from "./quiet-hours.ts";

/** Something one person might be told of, and how things stand for them. */
export interface Happening {
  readonly cause: NotificationCause;
  /** What they chose for the conversation it happened in. */
  readonly place: Pick<Mine, "notify" | "mutedUntil" | "sounds">;
  readonly settings: NotificationSettings;
  /** Their status says so, whatever the settings say. */
  readonly isDoNotDisturb: boolean;
  readonly isInCall: boolean;
  /** A call to many: it is the noise a conversation is muted for. */
  readonly isToMany?: boolean;
  readonly now: Date;
}

export type NotificationVerdict =
  /** With its sound; null: shown, but not heard. */
  | { readonly kind: "told"; readonly sound: MessageSound | CallSound | null }
  | {
      readonly kind: "silent";
      readonly reason:
        "not_wanted" | "muted" | "quiet_hours" | "do_not_disturb";
    };

type Silence = Extract<NotificationVerdict, { kind: "silent" }>["reason"];

/** These stand in messages too: whoever hears every message hears them whatever else they chose. */
const namings: readonly NotificationCause[] = [
  "mention",
  "mention_all",
  "reply",
];

/** A caller waits for an answer, and a reminder was asked for: neither is the noise a conversation is muted for. */
const isAboutMe = (cause: NotificationCause): boolean =>
  cause === "call" || cause === "reminder";

function isWanted({ cause, place, settings }: Happening): boolean {
  const wants = (one: NotificationCause) => settings.causes.includes(one);
  if (isAboutMe(cause)) return wants(cause);
  const isEverything = place.notify === "all";
  const isNamed = namings.includes(cause);
  if (isNamed && isEverything && wants("message")) return true;
  return (
    wants(cause) && (isEverything || (isNamed && place.notify === "mentions"))
  );
}

function silenceOf(happening: Happening): Silence | undefined {
  const { cause, place, settings, now } = happening;
  const lasts = (until: string | null) =>
    until !== null && Date.parse(until) > now.getTime();
  if (happening.isDoNotDisturb || lasts(settings.doNotDisturbUntil))
    return "do_not_disturb";
  if (!isWanted(happening)) return "not_wanted";
  if (!isAboutMe(cause) || happening.isToMany === true) {
    if (lasts(place.mutedUntil)) return "muted";
    if (happening.isToMany === true && place.notify === "nothing")
      return "muted";
  }
  // Whoever sets a reminder chooses its hour.
  if (cause !== "reminder" && isQuietAt(settings, now)) return "quiet_hours";
  return undefined;
}

/** What is said of one conversation goes before what is said of all. */
function soundOf({
  cause,
  place,
  settings,
}: Happening): MessageSound | CallSound | null {
  const kind = cause === "call" ? "call" : "message";
  const own = place.sounds?.[kind];
  return own === undefined ? settings.sounds[kind] : own;
}

/**
 * The one rule by which the server pushes and a screen shows and sounds. Nobody is told of what they did themself:
 * that is not asked here.
 */
export function decideNotification(happening: Happening): NotificationVerdict {
  const reason = silenceOf(happening);
  if (reason !== undefined) return { kind: "silent", reason };
  return {
    kind: "told",
    sound: happening.isInCall ? null : soundOf(happening),
  };
}

/** Of somebody who has not chosen anything. */
export const defaultNotificationSettings: NotificationSettings = {
  causes: ["message", "mention", "mention_all", "reply", "reminder", "call"],
  quietHours: null,
  timeZone: "UTC",
  doNotDisturbUntil: null,
  sounds: { message: "chime", call: "bells" },
  showsText: true,
  digestDelayMs: 3_600_000,
};
