import { Select, TextInput } from "@mantine/core";
import { useTexts } from "../../platform/texts/texts.tsx";
import { durationsMinutes } from "./duration-words.ts";
import type { PlanDraft, PlanProblem } from "./plan-draft.ts";
import styles from "./form.module.css";

type Times = Pick<PlanDraft, "date" | "time" | "durationMinutes">;

interface TimeFieldsProps {
  readonly value: Times;
  readonly problems: Partial<Record<PlanProblem, true>>;
  readonly onChange: (part: Partial<Times>) => void;
}

/** Day, time and length. */
export function TimeFields({ value, problems, onChange }: TimeFieldsProps) {
  const { t, duration } = useTexts();
  const { date, time, durationMinutes } = value;
  const lengths = [...new Set([...durationsMinutes, durationMinutes])].sort(
    (one, other) => one - other,
  );
  return (
    <div className={styles["line"]}>
      <TextInput
        type="date"
        label={t("conf.date")}
        error={problems.start && t("conf.startMissing")}
        value={date}
        onChange={({ currentTarget }) =>
          onChange({ date: currentTarget.value })
        }
      />
      <TextInput
        type="time"
        label={t("conf.time")}
        error={problems.start && t("conf.startMissing")}
        value={time}
        onChange={({ currentTarget }) =>
          onChange({ time: currentTarget.value })
        }
      />
      <Select
        label={t("conf.length")}
        allowDeselect={false}
        data={lengths.map((minutes) => ({
          value: String(minutes),
          label: duration(minutes * 60_000),
        }))}
        value={String(durationMinutes)}
        onChange={(minutes) => onChange({ durationMinutes: Number(minutes) })}
      />
    </div>
  );
}
