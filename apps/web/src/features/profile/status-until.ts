const hourMs = 3_600_000;

export const untilChoices = ["forGood", "hour", "day"] as const;
export type UntilChoice = (typeof untilChoices)[number];

/** When a status ends, ISO 8601; null: when it is changed. The day ends at the local midnight. */
export function statusUntil(choice: UntilChoice, nowMs: number): string | null {
  switch (choice) {
    case "forGood":
      return null;
    case "hour":
      return new Date(nowMs + hourMs).toISOString();
    case "day":
      return new Date(new Date(nowMs).setHours(24, 0, 0, 0)).toISOString();
  }
}
