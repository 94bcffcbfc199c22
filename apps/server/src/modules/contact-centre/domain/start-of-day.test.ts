import { describe, expect, it } from "vitest";
import { startOfDay } from "./start-of-day.ts";

const begins = (now: string, timeZone: string) =>
  startOfDay(new Date(now), timeZone).toISOString();

describe("a day begins at midnight of its zone", () => {
  it.each([
    ["2026-03-02T09:00:00.123Z", "UTC", "2026-03-02T00:00:00.000Z"],
    ["2026-03-02T00:00:00.000Z", "UTC", "2026-03-02T00:00:00.000Z"],
    // It is tomorrow already.
    ["2026-03-02T21:30:00.000Z", "Europe/Moscow", "2026-03-02T21:00:00.000Z"],
    // And still yesterday.
    ["2026-03-02T03:00:00.000Z", "America/Lima", "2026-03-01T05:00:00.000Z"],
    ["2026-03-02T09:00:00.000Z", "Asia/Kathmandu", "2026-03-01T18:15:00.000Z"],
  ])("at %s in %s", (now, zone, start) => {
    expect(begins(now, zone)).toBe(start);
  });

  it.each([
    ["forward", "2026-03-29T12:00:00.000Z", "2026-03-28T23:00:00.000Z"],
    ["back", "2026-10-25T12:00:00.000Z", "2026-10-24T22:00:00.000Z"],
  ])("also when the clocks went %s since", (_, now, start) => {
    expect(begins(now, "Europe/Berlin")).toBe(start);
  });

  it("or with the first moment after it, where the clocks skip midnight", () => {
    expect(begins("2026-04-24T12:00:00.000Z", "Africa/Cairo")).toBe(
      "2026-04-23T22:00:00.000Z",
    );
  });

  it("never later than now, and never on another day, all year round", () => {
    for (const timeZone of [
      "Europe/Berlin",
      "America/New_York",
      "Australia/Lord_Howe",
      "Pacific/Chatham",
      "Asia/Kamchatka",
    ]) {
      const day = new Intl.DateTimeFormat("en-CA", { timeZone });
      for (let hour = 0; hour < 24 * 365; hour += 29) {
        const now = new Date(Date.UTC(2026, 0, 1, hour, 59, 59, 999));
        const start = startOfDay(now, timeZone);
        const before = new Date(start.getTime() - 1);
        const label = `${timeZone} ${now.toISOString()}`;
        expect(start.getTime(), label).toBeLessThanOrEqual(now.getTime());
        expect(day.format(start), label).toBe(day.format(now));
        expect(day.format(before), label).not.toBe(day.format(now));
      }
    }
  });
});
