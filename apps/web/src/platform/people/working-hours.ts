import type { WorkingHours } from "@veche/contracts";

export interface WorkingStretch {
  /** 1 is Monday; the days of one stretch follow each other. */
  readonly fromDay: number;
  readonly toDay: number;
  readonly hours: string;
}

/** Working hours with neighbouring days of the same hours put together: Monday to Friday, 09:00–18:00. */
export function workingStretches(
  hours: WorkingHours,
): readonly WorkingStretch[] {
  const byDay = new Map<number, string[]>();
  for (const { day, from, to } of hours.toSorted(
    (one, other) => one.day - other.day || one.from.localeCompare(other.from),
  ))
    byDay.set(day, [...(byDay.get(day) ?? []), `${from}–${to}`]);
  const stretches: WorkingStretch[] = [];
  for (const [day, parts] of byDay) {
    const said = parts.join(", ");
    const last = stretches.at(-1);
    if (last?.hours === said && last.toDay === day - 1)
      stretches[stretches.length - 1] = { ...last, toDay: day };
    else stretches.push({ fromDay: day, toDay: day, hours: said });
  }
  return stretches;
}
