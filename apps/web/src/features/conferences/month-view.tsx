import { Button } from "@mantine/core";
import { iconPlus } from "@veche/ui";
import { Icon } from "../../platform/kit/icon.tsx";
import { useNow } from "../../platform/now.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import { columnWords, wholeDayWords } from "./day-words.ts";
import { dayKey, onDay } from "./days.ts";
import type { ViewProps } from "./hours-view.tsx";
import { OccurrenceBlock } from "./occurrence-block.tsx";
import styles from "./calendar.module.css";

interface MonthViewProps extends ViewProps {
  /** The month that is meant; the days around it are drawn quietly. */
  readonly month: number;
  readonly onDay: (day: Date) => void;
}

const shownCount = 3;
const workdayBegins = "10:00";

/** Six weeks of days, each with what takes place first. */
export function MonthView({ days, ...rest }: MonthViewProps) {
  const today = dayKey(new Date(useNow(60_000)));
  return (
    <div className={styles["month"]}>
      {days.map((day) => (
        <MonthDay
          key={dayKey(day)}
          {...rest}
          day={day}
          isToday={dayKey(day) === today}
        />
      ))}
    </div>
  );
}

type MonthDayProps = Omit<MonthViewProps, "days"> & {
  readonly day: Date;
  readonly isToday: boolean;
};

function MonthDay(props: MonthDayProps) {
  const { t, language } = useTexts();
  const { day, isToday, month, occurrences, onOpen } = props;
  const all = onDay(occurrences, day);
  return (
    <section
      className={styles["cell"]}
      aria-label={wholeDayWords(language, day)}
      data-today={isToday}
      data-quiet={day.getMonth() !== month}
    >
      <DayHead {...props} />
      {all.slice(0, shownCount).map((occurrence) => (
        <OccurrenceBlock
          key={`${occurrence.conferenceId} ${occurrence.originalAt}`}
          occurrence={occurrence}
          onOpen={onOpen}
        />
      ))}
      {all.length > shownCount && (
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() => props.onDay(day)}
        >
          {t("conf.more", { count: all.length - shownCount })}
        </Button>
      )}
    </section>
  );
}

function DayHead({ day, onPlan, onDay: showDay }: MonthDayProps) {
  const { t, language } = useTexts();
  const words = wholeDayWords(language, day);
  return (
    <header className={styles["cellHead"]}>
      <button
        type="button"
        className={styles["cellDay"]}
        onClick={() => showDay(day)}
      >
        <span aria-hidden="true">{columnWords(language, day)}</span>
        <span className="visually-hidden">
          {t("conf.showDay", { day: words })}
        </span>
      </button>
      <button
        type="button"
        className={styles["cellPlus"]}
        aria-label={t("conf.planOn", { day: words })}
        onClick={() =>
          onPlan({
            wall: `${dayKey(day)}T${workdayBegins}`,
            durationMinutes: 60,
          })
        }
      >
        <Icon paths={iconPlus} size={14} />
      </button>
    </header>
  );
}
