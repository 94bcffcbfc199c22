import type { WorkingHours } from "@veche/contracts";

const dayMinutes = 1440;
const weekMinutes = 7 * dayMinutes;

/** How far the clocks of a time zone are ahead of UTC at that moment. */
function zoneOffsetMinutes(timeZone: string, atMs: number): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(atMs);
  const of = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(
    of("year"),
    of("month") - 1,
    of("day"),
    of("hour"),
    of("minute"),
  );
  return Math.round((local - atMs) / 60_000);
}

/** How much later it is in one time zone than in another. */
export const minutesAhead = (
  zone: string,
  other: string,
  atMs: number,
): number => zoneOffsetMinutes(zone, atMs) - zoneOffsetMinutes(other, atMs);

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
};

const timeOf = (minutes: number): string => {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

/** Working hours as another clock shows them; a stretch over midnight becomes two. */
export function shiftedHours(
  hours: WorkingHours,
  byMinutes: number,
): WorkingHours {
  return hours.flatMap(({ day, from, to }) => {
    const lengthMinutes = minutesOf(to) - minutesOf(from);
    const start = (day - 1) * dayMinutes + minutesOf(from) + byMinutes;
    const startMinutes = ((start % weekMinutes) + weekMinutes) % weekMinutes;
    const first = Math.floor(startMinutes / dayMinutes);
    const begins = startMinutes % dayMinutes;
    const ends = begins + lengthMinutes;
    const today = {
      day: first + 1,
      from: timeOf(begins),
      to: timeOf(Math.min(ends, dayMinutes)),
    };
    if (ends <= dayMinutes) return [today];
    const next = ((first + 1) % 7) + 1;
    return [today, { day: next, from: "00:00", to: timeOf(ends - dayMinutes) }];
  });
}
