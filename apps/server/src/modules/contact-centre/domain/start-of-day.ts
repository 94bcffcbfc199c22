const dayMs = 86_400_000;

/** What a wall clock of the zone shows, as if it were that of Greenwich. */
function wallMs(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    ...{ timeZone, calendar: "gregory", hourCycle: "h23" },
    ...{ year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    ...([part("hour"), part("minute"), part("second")] as const),
  );
}

/** When the day of this instant began in the zone. Where the clocks skip midnight it begins with the first moment they show. */
export function startOfDay(now: Date, timeZone: string): Date {
  const aheadAt = (at: number): number =>
    wallMs(at, timeZone) - Math.floor(at / 1000) * 1000;
  const present = now.getTime();
  const wall = wallMs(present, timeZone);
  const midnight = wall - (wall % dayMs);
  // The clocks may have been changed since midnight: the second look asks how far ahead they were then.
  const guess = midnight - aheadAt(present);
  return new Date(midnight - aheadAt(guess));
}
