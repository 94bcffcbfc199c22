/** Lengths that are offered; another one comes from drawing over the calendar. */
export const durationsMinutes = [15, 30, 45, 60, 90, 120, 180, 240] as const;
