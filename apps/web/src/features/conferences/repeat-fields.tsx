import {
  Chip as PressedChip,
  NumberInput,
  Select,
  TextInput,
} from "@mantine/core";
import { weekdays } from "@veche/contracts";
import { useTexts } from "../../platform/texts/texts.tsx";
import { weekdayName } from "./day-words.ts";
import {
  repeatEnds,
  repeatKinds,
  weekdayOf,
  type PlanDraft,
  type PlanProblem,
} from "./plan-draft.ts";
import styles from "./form.module.css";

interface RepeatFieldsProps {
  readonly draft: PlanDraft;
  readonly problems: Partial<Record<PlanProblem, true>>;
  readonly onChange: (part: Partial<PlanDraft>) => void;
}

/** How it repeats, and until when. */
export function RepeatFields(props: RepeatFieldsProps) {
  const { t } = useTexts();
  const { draft, onChange } = props;
  const { repeat, interval } = draft;
  return (
    <>
      <div className={styles["line"]}>
        <Select
          label={t("conf.repeat")}
          allowDeselect={false}
          data={repeatKinds.map((kind) => ({
            value: kind,
            label: t(`conf.repeat.${kind}`),
          }))}
          value={repeat}
          onChange={(kind) => onChange({ repeat: kind ?? "none" })}
        />
        {repeat !== "none" && (
          <NumberInput
            label={t(`conf.interval.${repeat}`)}
            min={1}
            max={52}
            clampBehavior="strict"
            allowDecimal={false}
            value={interval}
            onChange={(value) => onChange({ interval: Number(value) || 1 })}
          />
        )}
      </div>
      {repeat === "week" && <Weekdays {...props} />}
      {repeat !== "none" && <End {...props} />}
    </>
  );
}

function Weekdays({ draft, onChange }: RepeatFieldsProps) {
  const { t, language } = useTexts();
  const own = weekdayOf(draft.date);
  return (
    <div>
      <p className={styles["label"]} id="conference-weekdays">
        {t("conf.weekdays")}
      </p>
      <PressedChip.Group
        multiple
        value={weekdays.filter(
          (day) => day === own || draft.weekdays.includes(day),
        )}
        onChange={(chosen) =>
          onChange({ weekdays: weekdays.filter((day) => chosen.includes(day)) })
        }
      >
        <div
          className={styles["buttons"]}
          role="group"
          aria-labelledby="conference-weekdays"
        >
          {weekdays.map((day) => (
            <PressedChip key={day} value={day} size="xs" disabled={day === own}>
              {weekdayName(language, day)}
            </PressedChip>
          ))}
        </div>
      </PressedChip.Group>
    </div>
  );
}

function End({ draft, problems, onChange }: RepeatFieldsProps) {
  const { t } = useTexts();
  const { end, until, count, date } = draft;
  return (
    <div className={styles["line"]}>
      <Select
        label={t("conf.end")}
        allowDeselect={false}
        data={repeatEnds.map((kind) => ({
          value: kind,
          label: t(`conf.end.${kind}`),
        }))}
        value={end}
        onChange={(kind) => onChange({ end: kind ?? "never" })}
      />
      {end === "until" && (
        <TextInput
          type="date"
          label={t("conf.until")}
          min={date}
          error={problems.until && t("conf.untilWrong")}
          value={until}
          onChange={({ currentTarget }) =>
            onChange({ until: currentTarget.value })
          }
        />
      )}
      {end === "count" && (
        <NumberInput
          label={t("conf.count")}
          min={2}
          max={1000}
          allowDecimal={false}
          error={problems.count && t("conf.countWrong")}
          value={count}
          onChange={(value) => onChange({ count: Number(value) })}
        />
      )}
    </div>
  );
}
