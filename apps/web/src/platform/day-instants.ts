/** A day as a field of the browser has it, `2026-01-31`; one that is still being typed has a year of long ago. */
const isDay = (day: string): boolean => /^(19|2\d)\d\d-\d\d-\d\d$/.test(day);

/** Midnight so many days after the beginning of a day of the reader's calendar; null: it is no day. */
function midnight(day: string, after: number): string | null {
  if (!isDay(day)) return null;
  const at = new Date(`${day}T00:00:00`);
  at.setDate(at.getDate() + after);
  return at.toISOString();
}

export const startOfDay = (day: string): string | null => midnight(day, 0);

export const endOfDay = (day: string): string | null => midnight(day, 1);
