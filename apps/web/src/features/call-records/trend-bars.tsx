import type { CallTrend } from "@veche/contracts";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./call-records.module.css";

/** How many calls each day, and how many of them were weak and bad. */
export function TrendBars({ trend }: { readonly trend: readonly CallTrend[] }) {
  const { t, dayAndMonth } = useDayWords();
  const most = Math.max(1, ...trend.map(({ calls }) => calls));
  return (
    <ul className={styles["trend"]} aria-label={t("calls.trend")}>
      {trend.map(({ day, calls, weak, bad }) => {
        const words = t("calls.trendDay", {
          ...{ calls, weak, bad },
          day: dayAndMonth(day),
        });
        const share = (count: number) => ({
          height: `${String((100 * count) / most)}%`,
        });
        return (
          <li key={day} title={words}>
            <span className="visually-hidden">{words}</span>
            <span aria-hidden="true" className={styles["bars"]}>
              <i style={share(calls - weak - bad)} data-level="good" />
              <i style={share(weak)} data-level="weak" />
              <i style={share(bad)} data-level="bad" />
            </span>
            <small aria-hidden="true">{dayAndMonth(day)}</small>
          </li>
        );
      })}
    </ul>
  );
}

/* The server counts by days of UTC, and so they are named. */
function useDayWords() {
  const { t, language } = useTexts();
  const format = new Intl.DateTimeFormat(language, {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
  return {
    t,
    dayAndMonth: (day: string) => format.format(Date.parse(`${day}T00:00:00Z`)),
  };
}
