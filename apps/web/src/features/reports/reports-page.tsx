import { Button, Select } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import {
  reportGroupings,
  type Report,
  type ReportGrouping,
} from "@veche/contracts";
import { useState, type ReactNode } from "react";
import { Meanings } from "../../platform/figures/meanings.tsx";
import { Threshold } from "../../platform/figures/threshold.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { Page, Pane } from "../../platform/kit/page.tsx";
import { saveFile } from "../../platform/save-file.ts";
import { useRest } from "../../platform/services.tsx";
import { toCsv } from "../../platform/to-csv.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import {
  DayChoice,
  WrongDays,
  ownTimeZone as timeZone,
  useToday,
  type ChosenDays,
} from "./day-choice.tsx";
import { daysOf, isRange } from "./day-range.ts";
import { reportLines } from "./report-lines.ts";
import { ReportTable } from "./report-table.tsx";
import styles from "./reports.module.css";

interface Wish extends ChosenDays {
  readonly by: ReportGrouping;
  readonly withinSeconds: number;
}

function useReport(wish: Wish) {
  const rest = useRest();
  const { from, to, by, withinSeconds } = wish;
  const query = { from, to, by, withinSeconds, timeZone };
  return useQuery({
    queryKey: ["report", query],
    queryFn: ({ signal }) => rest("getReport", { query, signal }),
    enabled: isRange(wish),
    placeholderData: keepPreviousData,
  });
}

interface ChoiceProps {
  readonly wish: Wish;
  readonly change: (part: Partial<Wish>) => void;
}

function Choice({ wish, change }: ChoiceProps) {
  const { t } = useTexts();
  return (
    <div className={styles["choice"]}>
      <DayChoice days={wish} change={change} />
      <Select
        label={t("reports.by")}
        allowDeselect={false}
        value={wish.by}
        data={reportGroupings.map((value) => ({
          value,
          label: t(`reports.by.${value}`),
        }))}
        onChange={(value) =>
          change({
            by: reportGroupings.find((one) => one === value) ?? wish.by,
          })
        }
      />
      <Threshold
        seconds={wish.withinSeconds}
        onChange={(withinSeconds) => change({ withinSeconds })}
      />
    </div>
  );
}

function Save({ report }: { readonly report: Report | undefined }) {
  const texts = useTexts();
  return (
    <Button
      variant="default"
      disabled={report === undefined || report.rows.length === 0}
      onClick={() =>
        report &&
        saveFile(`report-${report.from}-${report.to}.csv`, {
          text: toCsv(reportLines(texts, report)),
          type: "text/csv",
        })
      }
    >
      {texts.t("reports.save")}
    </Button>
  );
}

const explained = [
  ...(["answered", "abandoned", "level", "asa", "aht"] as const),
  ...(["rated", "csat", "people", "technology"] as const),
];

/** What customers asked for over days, and what became of it, for those who supervise. */
export function ReportsPage({
  dictionaryLink,
}: {
  /** To what the figures mean, where the data behind them are downloaded. */
  readonly dictionaryLink: ReactNode;
}) {
  const { t } = useTexts();
  const today = useToday();
  const [wish, setWish] = useState<Wish>(() => ({
    ...daysOf("week", today),
    ...{ range: "week", by: "day", withinSeconds: 20 },
  }));
  const query = useReport(wish);
  return (
    <Page
      title={t("reports.title")}
      lead={t("reports.lead")}
      actions={
        <>
          {dictionaryLink}
          <Save report={query.data} />
        </>
      }
    >
      <Pane>
        <Choice
          wish={wish}
          change={(part) => setWish((present) => ({ ...present, ...part }))}
        />
        {isRange(wish) ? (
          <Loaded query={query}>
            {(report) => (
              <>
                <ReportTable report={report} />
                <p className={styles["zone"]}>
                  {t("reports.zone", { zone: report.timeZone })}
                </p>
              </>
            )}
          </Loaded>
        ) : (
          <WrongDays />
        )}
        <Meanings of={explained} seconds={wish.withinSeconds} />
      </Pane>
    </Page>
  );
}
