import { Chip, Select, Switch } from "@mantine/core";
import type { NotificationSettings } from "@veche/contracts";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { RulesProps } from "./rules-props.ts";
import styles from "./notifications.module.css";

type QuietHours = NonNullable<NotificationSettings["quietHours"]>;

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const nights: QuietHours = { from: "22:00", to: "08:00", days: [...weekdays] };
/** A Monday; the days after it have the names of the week. */
const mondayMs = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;

const ownTimeZone = (): string =>
  Intl.DateTimeFormat().resolvedOptions().timeZone;

function Days({
  days,
  onChange,
}: {
  readonly days: readonly number[];
  readonly onChange: (days: number[]) => void;
}) {
  const { t, language } = useTexts();
  const format = new Intl.DateTimeFormat(language, {
    weekday: "short",
    timeZone: "UTC",
  });
  const toggle = (day: number) => {
    const next = weekdays.filter((one) =>
      one === day ? !days.includes(one) : days.includes(one),
    );
    // Quiet hours on no day are no quiet hours: the switch above says so.
    if (next.length > 0) onChange(next);
  };
  return (
    <div className={styles["row"]} role="group" aria-label={t("notify.days")}>
      {weekdays.map((day) => (
        <Chip
          key={day}
          checked={days.includes(day)}
          onChange={() => toggle(day)}
        >
          {format.format(mondayMs + (day - 1) * dayMs)}
        </Chip>
      ))}
    </div>
  );
}

function TimeField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (time: string) => void;
}) {
  return (
    <label className={styles["time"]}>
      {label}
      <input
        type="time"
        // A day's end is no time of day for a browser.
        value={value === "24:00" ? "00:00" : value}
        onChange={({ currentTarget }) => {
          if (currentTarget.value !== "") onChange(currentTarget.value);
        }}
      />
    </label>
  );
}

/** Hours and days in which nothing is told, by the clock of a place. */
export function QuietHoursForm({ settings, onChange }: RulesProps) {
  const { t } = useTexts();
  const { quietHours, timeZone } = settings;
  const change = (part: Partial<QuietHours>) =>
    onChange({ quietHours: { ...(quietHours ?? nights), ...part } });
  const switchTo = (isOn: boolean) =>
    onChange(
      isOn
        ? { quietHours: nights, timeZone: ownTimeZone() }
        : { quietHours: null },
    );
  return (
    <div className={styles["form"]}>
      <Switch
        label={t("notify.quietOn")}
        description={t("notify.quietAdvice")}
        checked={quietHours !== null}
        onChange={({ currentTarget }) => switchTo(currentTarget.checked)}
      />
      {quietHours !== null && (
        <>
          <div className={styles["row"]}>
            <TimeField
              label={t("notify.from")}
              value={quietHours.from}
              onChange={(from) => change({ from })}
            />
            <TimeField
              label={t("notify.to")}
              value={quietHours.to}
              onChange={(to) => change({ to })}
            />
            <Select
              label={t("notify.timeZone")}
              searchable
              allowDeselect={false}
              value={timeZone}
              data={zonesWith(timeZone)}
              limit={50}
              onChange={(zone) => zone !== null && onChange({ timeZone: zone })}
            />
          </div>
          <Days days={quietHours.days} onChange={(days) => change({ days })} />
        </>
      )}
    </div>
  );
}

/** Those that the browser knows, with the one that stands. */
const zonesWith = (present: string): string[] => [
  ...new Set([present, ownTimeZone(), ...Intl.supportedValuesOf("timeZone")]),
];
