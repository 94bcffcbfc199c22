import ical, {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  type ICalCalendar,
  type ICalEvent,
  type ICalEventData,
} from "ical-generator";
import { Temporal } from "temporal-polyfill";
import { tzlib_get_ical_block } from "timezones-ical-library";
import type {
  ConferenceAnswer,
  ConferenceRepeat,
  ConferenceSchedule,
} from "@veche/contracts";
import type { Exception } from "./domain/occurrences.ts";
import { zonedAt } from "./domain/zoned.ts";

interface CalendarPerson {
  readonly name: string;
  readonly email: string;
}

/** A conference as calendar programs are told of it. */
export interface CalendarConference {
  readonly id: string;
  readonly title: string;
  readonly about: string | null;
  readonly schedule: ConferenceSchedule;
  readonly exceptions: readonly Exception[];
  readonly sequence: number;
  readonly changedAt: Date;
  /** Where it is opened; null: nowhere for this reader. */
  readonly url: string | null;
  /** Null: nobody is told who. */
  readonly organiser: CalendarPerson | null;
  readonly attendees: readonly (CalendarPerson & {
    readonly answer: ConferenceAnswer;
  })[];
}

export type CalendarMethod = "REQUEST" | "CANCEL" | "PUBLISH";

const reminderBeforeS = 15 * 60;

/**
 * The iCalendar (RFC 5545, 5546) by which a conference comes into somebody's calendar, and goes out of it; a CANCEL of
 * one occurrence names it by its instant.
 */
export function calendarFile(
  conference: CalendarConference,
  method: CalendarMethod,
  occurrence?: Date,
): string {
  const { timeZone } = conference.schedule;
  const calendar = ical({
    prodId: { company: "Veche", product: "Veche", language: "EN" },
    method: ICalCalendarMethod[method],
    timezone: { name: timeZone, generator: zoneBlock },
  });
  // UTC is told as UTC: it has no rules of its own.
  if (timeZone === "UTC") calendar.timezone(null);
  if (occurrence === undefined) addSeries(calendar, conference, method);
  else addSkipped(calendar, conference, occurrence);
  return calendar.toString();
}

/** All occurrences of a conference, as they stand or as called off. */
export function addSeries(
  calendar: ICalCalendar,
  conference: CalendarConference,
  method: CalendarMethod,
): void {
  const { schedule, exceptions } = conference;
  const start = zonedAt(schedule.startsAtLocal, schedule.timeZone);
  if (start === undefined)
    throw new Error("a schedule is judged before it is kept");
  const common = commonOf(conference);
  const skipped = exceptions.filter(({ movedTo }) => movedTo === null);
  const event = calendar.createEvent({
    ...common,
    ...spanOf(start, schedule.durationMinutes),
    status:
      method === "CANCEL"
        ? ICalEventStatus.CANCELLED
        : ICalEventStatus.CONFIRMED,
    ...(schedule.repeat !== null && {
      repeating: ruleText(schedule.repeat, start, skipped),
    }),
  });
  if (method === "CANCEL") return;
  remind(event, conference);
  addMoved(calendar, { conference, common });
}

const remind = (event: ICalEvent, { title }: CalendarConference) =>
  event.createAlarm({
    type: ICalAlarmType.display,
    trigger: reminderBeforeS,
    description: title,
  });

function addSkipped(
  calendar: ICalCalendar,
  conference: CalendarConference,
  occurrence: Date,
): void {
  const { timeZone, durationMinutes } = conference.schedule;
  const start = zonedInstant(occurrence, timeZone);
  calendar.createEvent({
    ...commonOf(conference),
    ...spanOf(start, durationMinutes),
    recurrenceId: start,
    status: ICalEventStatus.CANCELLED,
  });
}

/** The rules of a time zone, as calendar programs read them (RFC 5545, 3.6.5). */
export const zoneBlock = (name: string): string | null => {
  const block = tzlib_get_ical_block(name)[0];
  return block ?? null;
};

function commonOf(
  conference: CalendarConference,
): Omit<ICalEventData, "start"> & { readonly summary: string } {
  const { id, title, about, sequence, changedAt, url } = conference;
  return {
    id: `${id}@conferences.veche`,
    summary: title,
    description: [about, url].filter((one) => one !== null).join("\n\n"),
    ...{ sequence, stamp: changedAt },
    ...(url !== null && { url, location: url }),
    timezone: conference.schedule.timeZone,
    organizer: conference.organiser,
    attendees: conference.attendees.map(({ name, email, answer }) => ({
      ...{ name, email, rsvp: true },
      role: ICalAttendeeRole.REQ,
      status: statuses[answer],
    })),
  };
}

const statuses = {
  open: ICalAttendeeStatus.NEEDSACTION,
  yes: ICalAttendeeStatus.ACCEPTED,
  maybe: ICalAttendeeStatus.TENTATIVE,
  no: ICalAttendeeStatus.DECLINED,
} as const satisfies Record<ConferenceAnswer, ICalAttendeeStatus>;

const spanOf = (start: Temporal.ZonedDateTime, minutes: number) => ({
  start,
  end: start.add({ minutes }),
});

/** One event of its own for each occurrence that stands elsewhere. */
function addMoved(
  calendar: ICalCalendar,
  {
    conference,
    common,
  }: {
    readonly conference: CalendarConference;
    readonly common: ReturnType<typeof commonOf>;
  },
): void {
  const { schedule, exceptions } = conference;
  for (const { originalAt, movedTo } of exceptions) {
    const start = movedTo && zonedAt(movedTo.startsAtLocal, schedule.timeZone);
    if (!movedTo || !start) continue;
    const event = calendar.createEvent({
      ...common,
      ...spanOf(start, movedTo.durationMinutes),
      recurrenceId: zonedInstant(originalAt, schedule.timeZone),
    });
    remind(event, conference);
  }
}

const zonedInstant = (at: Date, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);

const frequencies = { day: "DAILY", week: "WEEKLY", month: "MONTHLY" } as const;

const stamped = (text: string): string => text.replaceAll(/[-:]/g, "");

/** The rule and what is left out of it. */
function ruleText(
  { every, interval, weekdays, count, until }: ConferenceRepeat,
  start: Temporal.ZonedDateTime,
  skipped: readonly Exception[],
): string {
  const zone = start.timeZoneId;
  const parts = [
    `FREQ=${frequencies[every]}`,
    `INTERVAL=${String(interval)}`,
    ...(every === "week" ? [`BYDAY=${weekdays.join(",")}`] : []),
    ...(every === "month" ? [`BYMONTHDAY=${String(start.day)}`] : []),
    ...(count === null ? [] : [`COUNT=${String(count)}`]),
    ...(until === null ? [] : [`UNTIL=${lastMoment(until, zone)}`]),
  ];
  const left = skipped.map(({ originalAt }) =>
    stamped(
      zonedInstant(originalAt, zone)
        .toPlainDateTime()
        .toString({ smallestUnit: "second" }),
    ),
  );
  const zoned = zone === "UTC" ? "" : `;TZID=${zone}`;
  const utc = zone === "UTC" ? "Z" : "";
  return [
    `RRULE:${parts.join(";")}`,
    ...left.map((wall) => `EXDATE${zoned}:${wall}${utc}`),
  ].join("\r\n");
}

const lastMoment = (until: string, zone: string): string =>
  stamped(
    Temporal.PlainDate.from(until)
      .add({ days: 1 })
      .toZonedDateTime(zone)
      .subtract({ seconds: 1 })
      .toInstant()
      .toString({ smallestUnit: "second" }),
  );
