import ical, { ICalCalendarMethod } from "ical-generator";
import type { ConferenceAnswer } from "@veche/contracts";
import {
  addSeries,
  zoneBlock,
  type CalendarConference,
} from "./calendar-file.ts";

/** A conference of a person's calendar; they alone are who reads it, and nobody else is named. */
export interface FeedConference extends Omit<
  CalendarConference,
  "attendees" | "organiser"
> {
  readonly answer: ConferenceAnswer;
}

/** Programs ask again so often (RFC 7986, 5.7). */
const againS = 15 * 60;

/** All of a person's conferences but those they don't come to, as calendar programs subscribe to them (RFC 5545). */
export function calendarFeed(conferences: readonly FeedConference[]): string {
  const calendar = ical({
    prodId: { company: "Veche", product: "Veche", language: "EN" },
    name: "Veche",
    method: ICalCalendarMethod.PUBLISH,
    ttl: againS,
    timezone: { name: null, generator: zoneBlock },
  });
  for (const { answer, ...conference } of conferences)
    if (answer !== "no")
      addSeries(
        calendar,
        { ...conference, organiser: null, attendees: [] },
        "PUBLISH",
      );
  return calendar.toString();
}
