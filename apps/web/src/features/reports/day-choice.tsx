import { Select, TextInput } from "@mantine/core";
import { useServices } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import {
  dayIn,
  daysOf,
  ranges,
  type DayRange,
  type RangeName,
} from "./day-range.ts";
import styles from "./reports.module.css";

export interface ChosenDays extends DayRange {
  /** Null: days of one's own. */
  readonly range: RangeName | null;
}

/** That of whoever looks. */
export const ownTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function useToday(): string {
  const { powers } = useServices();
  return dayIn(ownTimeZone, powers.nowMs());
}

/** Which days: by a name, or by two ends of one's own. */
export function DayChoice({
  days,
  change,
}: {
  readonly days: ChosenDays;
  readonly change: (part: Partial<ChosenDays>) => void;
}) {
  const { t } = useTexts();
  const today = useToday();
  return (
    <>
      <Select
        label={t("reports.range")}
        allowDeselect={false}
        value={days.range ?? "own"}
        data={[...ranges, "own" as const].map((value) => ({
          value,
          label: t(`reports.range.${value}`),
        }))}
        onChange={(value) => {
          const range = ranges.find((one) => one === value) ?? null;
          change({ range, ...(range && daysOf(range, today)) });
        }}
      />
      {(["from", "to"] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          label={t(`reports.${end}`)}
          value={days[end]}
          onChange={({ currentTarget }) =>
            change({ range: null, [end]: currentTarget.value })
          }
        />
      ))}
    </>
  );
}

/** What is said instead of anything about days that are no range. */
export function WrongDays() {
  const { t } = useTexts();
  return (
    <p className={styles["wrong"]} role="alert">
      {t("reports.wrongDays")}
    </p>
  );
}
