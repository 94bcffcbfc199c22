import { Temporal } from "temporal-polyfill";

/** The zone knows of no such moment: its name is unknown, or its clocks skip that hour on that day. */
export function zonedAt(
  local: string,
  timeZone: string,
): Temporal.ZonedDateTime | undefined {
  try {
    const wall = Temporal.PlainDateTime.from(local);
    const zoned = wall.toZonedDateTime(timeZone);
    return zoned.toPlainDateTime().equals(wall) ? zoned : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

export const instantOf = (zoned: Temporal.ZonedDateTime): Date =>
  new Date(zoned.epochMilliseconds);
