import { Type, type Static } from "typebox";
import {
  ConferenceIdSchema,
  ConversationIdSchema,
  UserIdSchema,
} from "./ids.ts";
import {
  conferenceAnswers,
  presenterKinds,
  weekdays,
} from "./conference-words.ts";
import { EmailAddress } from "./people.ts";
import { closed, DisplayName, Instant, nullable, oneOf } from "./shapes.ts";

const localDate = "(19|2\\d)\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])";

/** What the clock on the wall shows in the conference's own time zone: `2026-11-23T10:00`. */
export const LocalTime = Type.String({
  pattern: `^${localDate}T([01]\\d|2[0-3]):[0-5]\\d$`,
});
const DurationMinutes = Type.Integer({ minimum: 5, maximum: 1440 });

/**
 * The part of RRULE (RFC 5545) that people use. Monthly repeats on the day of the month it began on, and leaves out
 * months without that day. At most one of `count` and `until` (the last day it may begin on) ends it.
 */
export const ConferenceRepeat = closed({
  every: oneOf(["day", "week", "month"]),
  interval: Type.Integer({ minimum: 1, maximum: 52 }),
  /** Of weekly ones, that of the beginning among them; empty for the others. */
  weekdays: Type.Array(oneOf(weekdays), { maxItems: 7, uniqueItems: true }),
  count: nullable(Type.Integer({ minimum: 2, maximum: 1000 })),
  until: nullable(Type.String({ pattern: `^${localDate}$` })),
});
export type ConferenceRepeat = Static<typeof ConferenceRepeat>;

/** When it takes place. It stays at the same time on the wall when the zone's clocks are changed. */
export const ConferenceSchedule = closed({
  startsAtLocal: LocalTime,
  /** A name of the IANA list: `Europe/Moscow`. */
  timeZone: Type.String({
    minLength: 1,
    maxLength: 60,
    pattern: "^[A-Za-z][\\w+/-]*$",
  }),
  durationMinutes: DurationMinutes,
  repeat: nullable(ConferenceRepeat),
});
export type ConferenceSchedule = Static<typeof ConferenceSchedule>;

/** What its guests are asked for; compared letter by letter. */
export const ConferencePassword = Type.String({
  minLength: 4,
  maxLength: 72,
  pattern: "^[^\\u0000-\\u001f]+$",
});

/** How one comes into its call, and what holds there. */
const entry = {
  /** Guests wait until somebody lets them in. */
  hasLobby: Type.Boolean(),
  presenters: oneOf(presenterKinds),
  /** Its call is recorded from the beginning, once everybody agrees. */
  isRecorded: Type.Boolean(),
};

/** What its organisers say of a conference. */
export const ConferencePlan = closed({
  title: DisplayName,
  about: nullable(Type.String({ maxLength: 2000 })),
  /** Null: a lasting room, open at any time. */
  schedule: nullable(ConferenceSchedule),
  invitees: Type.Array(
    closed({ userId: UserIdSchema, isOrganiser: Type.Boolean() }),
    { maxItems: 500 },
  ),
  /** People outside the company; they get letters and come as guests. */
  outside: Type.Array(EmailAddress, { maxItems: 200 }),
  ...entry,
  /** Absent: as it is; null: none. */
  password: Type.Optional(nullable(ConferencePassword)),
});
export type ConferencePlan = Static<typeof ConferencePlan>;

const Invitee = closed({
  userId: UserIdSchema,
  name: Type.String(),
  isOrganiser: Type.Boolean(),
  answer: oneOf(conferenceAnswers),
});

/** A conference as one of those invited sees it. */
export const Conference = closed({
  id: ConferenceIdSchema,
  title: DisplayName,
  about: nullable(Type.String()),
  schedule: nullable(ConferenceSchedule),
  /** Where it is talked and called; it outlives the conference. */
  conversationId: ConversationIdSchema,
  createdBy: UserIdSchema,
  invitees: Type.Array(Invitee),
  outside: Type.Array(
    closed({ email: EmailAddress, answer: oneOf(conferenceAnswers) }),
  ),
  ...entry,
  hasPassword: Type.Boolean(),
  /** Where people without an account come in; null: nowhere. */
  guestUrl: nullable(Type.String()),
  /** Whoever asks is one of its organisers. */
  mayChange: Type.Boolean(),
});
export type Conference = Static<typeof Conference>;

/** One time a conference takes place. */
export const Occurrence = closed({
  conferenceId: ConferenceIdSchema,
  conversationId: ConversationIdSchema,
  title: DisplayName,
  /** When the rule alone would have it; names the occurrence within its conference. */
  originalAt: Instant,
  startsAt: Instant,
  endsAt: Instant,
  isRepeating: Type.Boolean(),
  /** It was moved away from the rule. */
  isMoved: Type.Boolean(),
  mayChange: Type.Boolean(),
  myAnswer: oneOf(conferenceAnswers),
});
export type Occurrence = Static<typeof Occurrence>;

/** Another time for one occurrence; null: it does not take place. */
export const OccurrenceChange = closed({
  movedTo: nullable(
    closed({ startsAtLocal: LocalTime, durationMinutes: DurationMinutes }),
  ),
});
export type OccurrenceChange = Static<typeof OccurrenceChange>;

/** Whether the Conference Notifier reminds people of what begins soon, in the messenger and by letter. */
export const ConferenceReminders = closed({ areOn: Type.Boolean() });
export type ConferenceReminders = Static<typeof ConferenceReminders>;

/** A lasting room, for the list beside the calendar. */
export const ConferenceRoom = closed({
  id: ConferenceIdSchema,
  title: DisplayName,
  conversationId: ConversationIdSchema,
});
export type ConferenceRoom = Static<typeof ConferenceRoom>;
