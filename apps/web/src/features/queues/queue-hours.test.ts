import { expect, test } from "vitest";
import { usualHours, withHoliday } from "./queue-hours.ts";

test("holidays stand in the order of the calendar, each once", () => {
  const hours = ["2027-01-01", "2026-12-31", "2027-01-01"].reduce(
    withHoliday,
    usualHours({ timeZone: "Asia/Omsk" } as Intl.ResolvedDateTimeFormatOptions),
  );
  expect(hours).toMatchObject({
    timeZone: "Asia/Omsk",
    holidays: ["2026-12-31", "2027-01-01"],
  });
});
