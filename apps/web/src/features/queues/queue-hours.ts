import type { QueueHours } from "@veche/contracts";

/** What most offices begin with: weekdays from nine to six by the clocks of whoever sets it. */
export const usualHours = (
  { timeZone } = Intl.DateTimeFormat().resolvedOptions(),
): QueueHours => ({
  timeZone,
  week: [1, 2, 3, 4, 5].map((day) => ({ day, from: "09:00", to: "18:00" })),
  holidays: [],
});

/** One more day, in the order of the calendar; one that is there already is not there twice. */
export const withHoliday = (hours: QueueHours, day: string): QueueHours => ({
  ...hours,
  holidays: [...new Set([...hours.holidays, day])].toSorted(),
});
