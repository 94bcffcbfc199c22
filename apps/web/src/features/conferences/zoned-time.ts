import { minutesAhead } from "../../platform/people/zone-hours.ts";

export const ownZone = (): string =>
  Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What the clock of a zone shows at an instant: `2026-11-21T10:00`. */
export const wallIn = (timeZone: string, at: string | number): string =>
  new Intl.DateTimeFormat("sv-SE", {
    ...{ timeZone, year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit" },
  })
    .format(new Date(at))
    .replace(" ", "T");

/** When the clock of a zone shows this, in ms; for a look ahead: the server decides. */
export function instantIn(timeZone: string, wall: string): number {
  const utcMs = Date.parse(`${wall}Z`);
  const guess = utcMs - minutesAhead(timeZone, "UTC", utcMs) * 60_000;
  return utcMs - minutesAhead(timeZone, "UTC", guess) * 60_000;
}
