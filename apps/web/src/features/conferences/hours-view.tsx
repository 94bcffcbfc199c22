import type { Occurrence } from "@veche/contracts";
import { useLayoutEffect, useRef } from "react";
import { useNow } from "../../platform/now.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import { columnWords, wholeDayWords } from "./day-words.ts";
import { dayKey, minutesWithin, onDay } from "./days.ts";
import { inLanes } from "./lanes.ts";
import { OccurrenceBlock } from "./occurrence-block.tsx";
import { useSlotDrag, type Slot } from "./use-slot-drag.ts";
import styles from "./calendar.module.css";

export interface ViewProps {
  readonly days: readonly Date[];
  readonly occurrences: readonly Occurrence[];
  readonly onOpen: (occurrence: Occurrence) => void;
  readonly onPlan: (slot: Slot) => void;
}

const hourPx = 48;
const pxOf = (minutes: number): number => (minutes * hourPx) / 60;
/** A shorter one is drawn so long, to be read. */
const leastMinutes = 25;
const morningHour = 8;

/** Days as columns of hours. */
export function HoursView(props: ViewProps) {
  const scrolling = useRef<HTMLDivElement>(null);
  const { t } = useTexts();
  useLayoutEffect(() => {
    scrolling.current?.scrollTo({ top: morningHour * hourPx });
  }, []);
  return (
    <div
      ref={scrolling}
      className={styles["hours"]}
      tabIndex={0}
      role="group"
      aria-label={t("conf.hours")}
    >
      <HourMarks />
      {props.days.map((day) => (
        <DayColumn key={dayKey(day)} {...props} day={day} />
      ))}
    </div>
  );
}

function HourMarks() {
  const { time } = useTexts();
  return (
    <div className={styles["marks"]} aria-hidden="true">
      {Array.from({ length: 23 }, (_, index) => index + 1).map((hour) => (
        <span key={hour} style={{ insetBlockStart: pxOf(hour * 60) }}>
          {time(new Date(2026, 0, 1, hour).getTime())}
        </span>
      ))}
    </div>
  );
}

function DayColumn({
  day,
  occurrences,
  onOpen,
  onPlan,
}: ViewProps & { readonly day: Date }) {
  const { language } = useTexts();
  const now = new Date(useNow(60_000));
  const isToday = dayKey(now) === dayKey(day);
  const drag = useSlotDrag({ day, hourPx, onPlan });
  return (
    <section
      className={styles["day"]}
      aria-label={wholeDayWords(language, day)}
      data-today={isToday}
    >
      <h3 className={styles["dayHead"]}>{columnWords(language, day)}</h3>
      <div className={styles["column"]} {...drag.handlers}>
        {drag.slot !== undefined && (
          <div
            className={styles["slot"]}
            style={{
              insetBlockStart: pxOf(drag.slot.from),
              blockSize: pxOf(drag.slot.to - drag.slot.from),
            }}
          />
        )}
        {isToday && (
          <div
            className={styles["now"]}
            style={{
              insetBlockStart: pxOf(now.getHours() * 60 + now.getMinutes()),
            }}
          />
        )}
        <Blocks {...{ day, occurrences, onOpen }} />
      </div>
    </section>
  );
}

/** What takes place on a day, side by side where it overlaps. */
function Blocks({
  day,
  occurrences,
  onOpen,
}: Omit<ViewProps, "days" | "onPlan"> & { readonly day: Date }) {
  const laned = inLanes(
    onDay(occurrences, day).map((occurrence) => {
      const { from, to } = minutesWithin(occurrence, day);
      return { occurrence, from, to: Math.max(to, from + leastMinutes) };
    }),
  );
  return laned.map(({ one: { occurrence, from, to }, lane, laneCount }) => (
    <OccurrenceBlock
      key={`${occurrence.conferenceId} ${occurrence.originalAt}`}
      occurrence={occurrence}
      onOpen={onOpen}
      place={{
        insetBlockStart: pxOf(from),
        blockSize: pxOf(to - from) - 2,
        insetInlineStart: `${String((lane / laneCount) * 100)}%`,
        inlineSize: `calc(${String(100 / laneCount)}% - 3px)`,
      }}
    />
  ));
}
