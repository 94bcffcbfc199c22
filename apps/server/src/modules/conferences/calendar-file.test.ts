import ICAL from "ical.js";
import { expect, it } from "vitest";
import type { ConferenceSchedule } from "@veche/contracts";
import { calendarFile, type CalendarConference } from "./calendar-file.ts";
import { occurrencesBetween, type Exception } from "./domain/occurrences.ts";

const schedule: ConferenceSchedule = {
  startsAtLocal: "2026-10-19T10:00",
  timeZone: "Europe/Berlin",
  durationMinutes: 30,
  repeat: {
    every: "week",
    interval: 1,
    weekdays: ["MO", "TH"],
    count: null,
    until: "2026-11-12",
  },
};
const exceptions: readonly Exception[] = [
  {
    originalAt: new Date("2026-10-26T09:00Z"),
    movedTo: { startsAtLocal: "2026-10-27T15:00", durationMinutes: 60 },
  },
  { originalAt: new Date("2026-11-02T09:00Z"), movedTo: null },
];
const conference: CalendarConference = {
  id: "0190a000-0000-7000-8000-00000000000c",
  title: "Talk; of, all",
  about: "Line one\nline two",
  ...{ schedule, exceptions, sequence: 3 },
  changedAt: new Date("2026-10-01T12:00Z"),
  url: "https://veche.test/conferences/c",
  organiser: { name: "Anna", email: "anna@example.com" },
  attendees: [{ name: "Boris", email: "boris@example.com", answer: "open" }],
};

/** As a calendar program of somebody else reads it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  for (const zone of calendar.getAllSubcomponents("vtimezone"))
    ICAL.TimezoneService.register(zone);
  const events = calendar
    .getAllSubcomponents("vevent")
    .map((one) => new ICAL.Event(one));
  const [series, ...moved] = events;
  if (series === undefined) throw new Error("there is no event");
  for (const one of moved) series.relateException(one);
  return { calendar, series };
}

function startsOf(series: ICAL.Event): readonly string[] {
  const starts: string[] = [];
  const walk = series.iterator();
  while (starts.length < 50) {
    // Behind the last one there is none, in spite of what the types promise.
    const next = walk.next() as ICAL.Time | undefined;
    if (next === undefined) break;
    // The types of the details name a file that the package lacks.
    const { startDate } = series.getOccurrenceDetails(next) as {
      readonly startDate: ICAL.Time;
    };
    starts.push(startDate.toJSDate().toISOString());
  }
  return starts;
}

it("another parser comes to the same times, over the change of the clocks", () => {
  const { calendar, series } = read(calendarFile(conference, "REQUEST"));
  expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
  expect(series).toMatchObject({ summary: "Talk; of, all", sequence: 3 });
  expect(series.description).toContain("Line one\nline two");
  expect(calendar.getFirstSubcomponent("vtimezone")).not.toBeNull();
  const expected = occurrencesBetween(schedule, exceptions, {
    from: new Date("2026-10-01T00:00Z"),
    to: new Date("2026-12-31T00:00Z"),
  }).map(({ startsAt }) => startsAt.toISOString());
  expect([...startsOf(series)].sort()).toEqual(expected);
  expect(expected).toHaveLength(7);
});

it("asks for an answer and reminds a quarter of an hour before", () => {
  const { series } = read(calendarFile(conference, "REQUEST"));
  const [boris] = series.attendees;
  expect(boris?.getFirstValue()).toBe("MAILTO:boris@example.com");
  expect(boris?.getParameter("partstat")).toBe("NEEDS-ACTION");
  expect(series.organizer.toLowerCase()).toBe("mailto:anna@example.com");
  const alarm = series.component.getFirstSubcomponent("valarm");
  expect(String(alarm?.getFirstPropertyValue("trigger"))).toBe("-PT15M");
});

it("a cancellation names the same event", () => {
  const { calendar, series } = read(calendarFile(conference, "CANCEL"));
  expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
  const invited = read(calendarFile(conference, "REQUEST")).series;
  expect(series.uid).toBe(invited.uid);
  expect(series.component.getFirstPropertyValue("status")).toBe("CANCELLED");
});

it("one occurrence that is called off leaves the others where they are", () => {
  const [skipped] = exceptions;
  const { calendar, series } = read(
    calendarFile(conference, "CANCEL", skipped?.originalAt),
  );
  expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
  expect(series.isRecurring()).toBe(false);
  expect(series.recurrenceId.toJSDate()).toEqual(skipped?.originalAt);
  expect(series.component.getFirstPropertyValue("status")).toBe("CANCELLED");
});
