import { describe, expect, it } from "vitest";
import type { QueueHours } from "@veche/contracts";
import { opensAt, queueIssues } from "./working-hours.ts";

const weekdays = [1, 2, 3, 4, 5];
const office: QueueHours = {
  timeZone: "Europe/Moscow",
  week: weekdays.map((day) => ({ day, from: "09:00", to: "18:00" })),
  holidays: [],
};
const open = "open";

function opens(at: string, hours: Partial<QueueHours> = {}): string {
  const found = opensAt({ ...office, ...hours }, new Date(at));
  return found === null
    ? open
    : found.toISOString().replace(":00.000Z", "Z").slice(0, 17);
}

describe("a queue with working hours", () => {
  it("serves from the first minute of a stretch, and no longer in its last", () => {
    // 2 March 2026 is a Monday; Moscow is three hours ahead.
    expect(opens("2026-03-02T05:59:59Z")).toBe("2026-03-02T06:00Z");
    expect(opens("2026-03-02T06:00:00Z")).toBe(open);
    expect(opens("2026-03-02T14:59:59Z")).toBe(open);
    expect(opens("2026-03-02T15:00:00Z")).toBe("2026-03-03T06:00Z");
  });

  it("opens on Monday after a Friday, and after what stands between two stretches of a day", () => {
    expect(opens("2026-03-06T15:00:00Z")).toBe("2026-03-09T06:00Z");
    const week = [
      { day: 1, from: "14:00", to: "18:00" },
      { day: 1, from: "09:00", to: "13:00" },
    ];
    expect(opens("2026-03-02T10:30:00Z", { week })).toBe("2026-03-02T11:00Z");
    expect(opens("2026-03-02T05:30:00Z", { week })).toBe("2026-03-02T06:00Z");
  });

  it("goes on over midnight where one day ends as the next begins", () => {
    const week = [
      { day: 1, from: "22:00", to: "24:00" },
      { day: 2, from: "00:00", to: "06:00" },
    ];
    expect(opens("2026-03-02T20:59:59Z", { week })).toBe(open);
    expect(opens("2026-03-02T21:00:00Z", { week })).toBe(open);
    expect(opens("2026-03-03T03:00:00Z", { week })).toBe("2026-03-09T19:00Z");
  });

  it("does not serve on holidays, however many come in a row", () => {
    expect(opens("2026-03-02T08:00:00Z", { holidays: ["2026-03-02"] })).toBe(
      "2026-03-03T06:00Z",
    );
    const mondays = Array.from({ length: 100 }, (_, week) =>
      new Date(Date.UTC(2026, 2, 2 + 7 * week)).toISOString().slice(0, 10),
    );
    expect(
      opens("2026-03-02T08:00:00Z", {
        week: [{ day: 1, from: "09:00", to: "18:00" }],
        holidays: mondays,
      }),
    ).toBe("2028-01-31T06:00Z");
  });

  it("follows its own clocks when they change", () => {
    // New York, 8 March 2026: 02:00 is followed by 03:00; 1 November: 01:00 to 02:00 comes twice.
    const night = (day: number) => ({
      timeZone: "America/New_York",
      week: [{ day, from: "02:30", to: "05:00" }],
    });
    expect(opens("2026-03-08T06:59:00Z", night(7))).toBe("2026-03-08T07:30Z");
    expect(opens("2026-03-08T08:59:00Z", night(7))).toBe(open);
    expect(opens("2026-03-08T09:00:00Z", night(7))).toBe("2026-03-15T06:30Z");
    const twice = {
      timeZone: "America/New_York",
      week: [{ day: 7, from: "01:30", to: "04:00" }],
    };
    expect(opens("2026-11-01T05:29:00Z", twice)).toBe("2026-11-01T05:30Z");
    expect(opens("2026-11-01T08:59:00Z", twice)).toBe(open);
  });

  it("always serves without any", () => {
    expect(opensAt(null, new Date("2026-03-01T03:00:00Z"))).toBeNull();
  });
});

it("hours that no clock shows are named one by one", () => {
  expect(
    queueIssues({
      hours: {
        timeZone: "Mars/Olympus",
        week: [
          { day: 1, from: "09:00", to: "18:00" },
          { day: 2, from: "18:00", to: "09:00" },
        ],
        holidays: ["2026-02-28", "2026-02-30"],
      },
    }).map(({ path }) => path),
  ).toEqual(["/hours/timeZone", "/hours/week/1/to", "/hours/holidays/1"]);
  expect(queueIssues({ hours: office })).toEqual([]);
});
