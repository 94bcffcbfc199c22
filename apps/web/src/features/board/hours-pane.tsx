import type { LiveBoard } from "@veche/contracts";
import { createFormats, iconChartLine } from "@veche/ui";
import {
  Legend,
  RequestBar,
  waitingOf,
} from "../../platform/figures/request-bar.tsx";
import { EmptyState } from "../../platform/kit/empty-state.tsx";
import { Pane } from "../../platform/kit/page.tsx";
import { Table } from "../../platform/kit/table.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { hoursToShow } from "./hours-to-show.ts";

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
              <RequestBar counts={hour} most={most} />
            </tr>
          ))}
        </Table>
      )}
    </Pane>
  );
}
