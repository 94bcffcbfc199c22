import { ActionIcon, Switch } from "@mantine/core";
import type { WorkingHours } from "@veche/contracts";
import { iconPlus, iconX } from "@veche/ui";
import { Icon } from "../kit/icon.tsx";
import { weekdayWords } from "./weekday-words.ts";
import { useTexts } from "../texts/texts.tsx";
import { withDay, withMore, withTime, withoutStretch } from "./working-week.ts";
import styles from "./hours-field.module.css";

interface WeekProps {
  readonly hours: WorkingHours;
  readonly onChange: (hours: WorkingHours) => void;
}

type Stretch = WorkingHours[number];
const days = [1, 2, 3, 4, 5, 6, 7] as const;

interface DayProps extends WeekProps {
  readonly day: number;
}

function StretchRow({
  stretch,
  isOnly,
  hours,
  onChange,
}: WeekProps & {
  readonly stretch: Stretch;
  readonly isOnly: boolean;
}) {
  const { t, language } = useTexts();
  const day = weekdayWords(language, stretch.day);
  return (
    <span className={styles["stretch"]}>
      {(["from", "to"] as const).map((end) => (
        <input
          key={end}
          type="time"
          required
          aria-label={t(`hours.${end}`, { day })}
          value={stretch[end] === "24:00" ? "00:00" : stretch[end]}
          onChange={({ currentTarget }) =>
            onChange(withTime(hours, stretch, { end, at: currentTarget.value }))
          }
        />
      ))}
      {!isOnly && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("hours.remove", { day })}
          onClick={() => onChange(withoutStretch(hours, stretch))}
        >
          <Icon paths={iconX} size={16} />
        </ActionIcon>
      )}
    </span>
  );
}

function Day({ day, hours, onChange }: DayProps) {
  const { t, language } = useTexts();
  const name = weekdayWords(language, day);
  const stretches = hours.filter((one) => one.day === day);
  const isOn = stretches.length > 0;
  return (
    <div className={styles["day"]}>
      <Switch
        label={name}
        checked={isOn}
        onChange={() => onChange(withDay(hours, day))}
      />
      <span className={styles["stretches"]}>
        {stretches.map((stretch, at) => (
          <StretchRow
            // Two stretches of a day are told apart by their order alone while they are typed.
            key={at}
            stretch={stretch}
            isOnly={stretches.length === 1}
            hours={hours}
            onChange={onChange}
          />
        ))}
      </span>
      {isOn && stretches.length < 3 && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("hours.add", { day: name })}
          title={t("hours.add", { day: name })}
          onClick={() => onChange(withMore(hours, day))}
        >
          <Icon paths={iconPlus} size={16} />
        </ActionIcon>
      )}
    </div>
  );
}

/** A working week, day by day, with breaks where there are some. */
export function HoursField({
  legend,
  hours,
  onChange,
}: WeekProps & { readonly legend: string }) {
  return (
    <fieldset className={styles["hours"]}>
      <legend>{legend}</legend>
      {days.map((day) => (
        <Day key={day} day={day} hours={hours} onChange={onChange} />
      ))}
    </fieldset>
  );
}
