import type { LiveBoard, LiveHour } from "@veche/contracts";
import { createFormats, iconChartLine } from "@veche/ui";
import { Dot, type Tone } from "../../platform/kit/chip.tsx";
import { EmptyState } from "../../platform/kit/empty-state.tsx";
import { Pane } from "../../platform/kit/page.tsx";
import { Table } from "../../platform/kit/table.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { hoursToShow } from "./figure-words.ts";
import styles from "./board.module.css";

const waitingOf = ({ offered, answered, abandoned }: LiveHour): number =>
  offered - answered - abandoned;

interface BarProps {
  readonly hour: LiveHour;
  /** The most of an hour: as long as the bar can be. */
  readonly most: number;
}

/** The numbers beside it once more, for the eye: answered, abandoned and still waiting make the whole. */
function Bar({ hour, most }: BarProps) {
  const { answered, abandoned } = hour;
  const parts = [
    ["positive", answered],
    ["danger", abandoned],
    ["quiet", waitingOf(hour)],
  ] as const;
  return (
    <div className={styles["bar"]} aria-hidden="true">
      {parts.map(([tone, count]) => (
        <span
          key={tone}
          data-tone={tone}
          style={{ width: `${String((count / most) * 100)}%` }}
        />
      ))}
    </div>
  );
}

interface LegendProps {
  readonly tone: Tone;
  readonly children: string;
}

/** The heading of a number, with its colour in the bars. */
const Legend = ({ tone, children }: LegendProps) => (
  <span className={styles["legend"]}>
    <Dot tone={tone} />
    {children}
  </span>
);

function useColumns() {
  const { t } = useTexts();
  return [
    { key: "hour", title: t("board.hour") },
    { key: "offered", title: t("board.hour.offered") },
    {
      key: "answered",
      title: <Legend tone="positive">{t("board.hour.answered")}</Legend>,
    },
    {
      key: "abandoned",
      title: <Legend tone="danger">{t("board.hour.abandoned")}</Legend>,
    },
    {
      key: "waiting",
      title: <Legend tone="quiet">{t("board.hour.waiting")}</Legend>,
    },
    {
      key: "bar",
      title: <span className="visually-hidden">{t("board.hour.bar")}</span>,
    },
  ];
}

/** Requests by the hour they came in. */
export function HoursPane({
  today: { hours, timeZone },
}: {
  readonly today: LiveBoard["today"];
}) {
  const { t, number, language } = useTexts();
  const { time } = createFormats(language, timeZone);
  const shown = hoursToShow(hours);
  const most = Math.max(...shown.map(({ offered }) => offered));
  const columns = useColumns();
  return (
    <Pane title={t("board.byHour")}>
      {shown.length === 0 ? (
        <EmptyState
          icon={iconChartLine}
          title={t("board.emptyDay")}
          advice={t("board.emptyDayAdvice")}
        />
      ) : (
        <Table name={t("board.byHour")} columns={columns}>
          {shown.map((hour) => (
            <tr key={hour.startsAt}>
              <td>{time(hour.startsAt)}</td>
              <td>{number(hour.offered)}</td>
              <td>{number(hour.answered)}</td>
              <td>{number(hour.abandoned)}</td>
              <td>{number(waitingOf(hour))}</td>
              <td className={styles["barCell"]}>
                <Bar hour={hour} most={most} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Pane>
  );
}
