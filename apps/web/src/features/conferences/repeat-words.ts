import type { ConferenceSchedule } from "@veche/contracts";
import { useTexts } from "../../platform/texts/texts.tsx";
import { weekdayName } from "./day-words.ts";

/** How a conference repeats, in a line. */
export function useRepeatWords(): (schedule: ConferenceSchedule) => string {
  const { t, language, date } = useTexts();
  return ({ repeat }) => {
    if (repeat === null) return t("conf.once");
    const { every, interval, weekdays, count, until } = repeat;
    const rule = t(`conf.every.${every}`, { count: interval });
    const days = weekdays.map((day) => weekdayName(language, day)).join(", ");
    return [
      days === "" ? rule : `${rule}: ${days}`,
      ...(count === null ? [] : [t("conf.times", { count })]),
      ...(until === null
        ? []
        : [t("conf.untilDay", { day: date(`${until}T12:00`) })]),
    ].join(" · ");
  };
}
