import type { Report, ReportFigures } from "@veche/contracts";
import { iconChartLine } from "@veche/ui";
import {
  meanWords,
  scoreWords,
  shareWords,
} from "../../platform/figures/figure-words.ts";
import { Legend, RequestBar } from "../../platform/figures/request-bar.tsx";
import { EmptyState } from "../../platform/kit/empty-state.tsx";
import { Table } from "../../platform/kit/table.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { rowWords } from "./row-words.ts";
import styles from "./reports.module.css";

function useColumns({ by, withinSeconds: seconds }: Report) {
  const { t } = useTexts();
  return [
    { key: "row", title: t(`reports.by.${by}`) },
    {
      key: "bar",
      title: <span className="visually-hidden">{t("board.hour.bar")}</span>,
    },
    { key: "offered", title: t("board.figure.offered") },
    {
      key: "answered",
      title: <Legend tone="positive">{t("board.figure.answered")}</Legend>,
    },
    {
      key: "abandoned",
      title: <Legend tone="danger">{t("board.figure.abandoned")}</Legend>,
    },
    { key: "share", title: t("reports.abandonedShare") },
    { key: "level", title: t("reports.level", { seconds }) },
    { key: "asa", title: t("reports.asa") },
    { key: "longest", title: t("reports.longestWait") },
    { key: "aht", title: t("reports.aht") },
    { key: "rated", title: t("board.figure.rated") },
    { key: "csat", title: t("reports.csat") },
    { key: "people", title: t("reports.people") },
    { key: "technology", title: t("reports.technology") },
  ];
}

function Numbers({ figures }: { readonly figures: ReportFigures }) {
  const texts = useTexts();
  const { number } = texts;
  return (
    <>
      <td>{number(figures.offered)}</td>
      <td>{number(figures.answered)}</td>
      <td>{number(figures.abandoned)}</td>
      <td>{shareWords(texts, figures.abandonedShare)}</td>
      <td>{shareWords(texts, figures.serviceLevel)}</td>
      <td>{meanWords(texts, figures.meanWaitMs)}</td>
      <td>{meanWords(texts, figures.longestWaitMs)}</td>
      <td>{meanWords(texts, figures.meanHandleMs)}</td>
      <td>{number(figures.rated)}</td>
      <td>{shareWords(texts, figures.satisfiedShare)}</td>
      <td>{scoreWords(texts, figures.meanPeople)}</td>
      <td>{scoreWords(texts, figures.meanTechnology)}</td>
    </>
  );
}

/** The figures, row by row, with a chart: a bar in each row, as long as its share of the most. */
export function ReportTable({ report }: { readonly report: Report }) {
  const texts = useTexts();
  const { t } = texts;
  const columns = useColumns(report);
  const { rows, total, by } = report;
  if (rows.length === 0)
    return (
      <EmptyState
        icon={iconChartLine}
        title={t("reports.empty")}
        advice={t("reports.emptyAdvice")}
      />
    );
  const most = Math.max(...rows.map(({ figures }) => figures.offered));
  return (
    <div className={styles["figures"]}>
      <Table name={t("reports.title")} columns={columns}>
        {rows.map((row) => (
          <tr key={row.key}>
            <td>{rowWords(texts, by, row)}</td>
            <RequestBar counts={row.figures} most={most} />
            <Numbers figures={row.figures} />
          </tr>
        ))}
        <tr className={styles["total"]}>
          <td>{t("reports.total")}</td>
          <td />
          <Numbers figures={total} />
        </tr>
      </Table>
    </div>
  );
}
