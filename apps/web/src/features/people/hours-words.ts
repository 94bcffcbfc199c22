import type { PersonCard, WorkingHours } from "@veche/contracts";
import type { Texts } from "../../platform/texts/texts.tsx";
import { weekdayWords } from "../../platform/people/weekday-words.ts";
import { workingStretches } from "../../platform/people/working-hours.ts";
import {
  minutesAhead,
  shiftedHours,
} from "../../platform/people/zone-hours.ts";

/** "Mon–Fri 09:00–18:00". */
export const hoursWords = (
  { language }: Pick<Texts, "language">,
  hours: WorkingHours,
): string =>
  workingStretches(hours)
    .map(({ fromDay, toDay, hours: said }) => {
      const from = weekdayWords(language, fromDay);
      const days =
        fromDay === toDay ? from : `${from}–${weekdayWords(language, toDay)}`;
      return `${days} ${said}`;
    })
    .join("; ");

/** The same on the reader's own clock; null where the clocks agree, or the colleague's is not known. */
export function hoursHereWords(
  texts: Pick<Texts, "language">,
  { workingHours, timeZone }: Pick<PersonCard, "workingHours" | "timeZone">,
  { zone, nowMs }: { readonly zone: string; readonly nowMs: number },
): string | null {
  if (workingHours === null || timeZone === null) return null;
  const ahead = minutesAhead(timeZone, zone, nowMs);
  if (ahead === 0) return null;
  return hoursWords(texts, shiftedHours(workingHours, -ahead));
}

/** What their clock shows now. */
export const timeThere = (
  { language }: Pick<Texts, "language">,
  timeZone: string,
  nowMs: number,
): string =>
  new Intl.DateTimeFormat(language, {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
  }).format(nowMs);
