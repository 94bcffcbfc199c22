import { Button, Select, TextInput } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import {
  reportGroupings,
  type Report,
  type ReportGrouping,
} from "@veche/contracts";
import { useState } from "react";
import { Meanings } from "../../platform/figures/meanings.tsx";
import { Threshold } from "../../platform/figures/threshold.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { Page, Pane } from "../../platform/kit/page.tsx";
import { saveFile } from "../../platform/save-file.ts";
import { useRest, useServices } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import {
  dayIn,
  daysOf,
  isRange,
  ranges,
  type DayRange,
  type RangeName,
} from "./day-range.ts";
import { reportLines } from "./report-lines.ts";
import { ReportTable } from "./report-table.tsx";
import { toCsv } from "./to-csv.ts";
import styles from "./reports.module.css";

interface Wish extends DayRange {
  /** Null: days of one's own. */
  readonly range: RangeName | null;
  readonly by: ReportGrouping;
  readonly withinSeconds: number;
}

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

function useToday(): string {
  const { powers } = useServices();
  return dayIn(timeZone, powers.nowMs());
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

function Days({ wish, change }: ChoiceProps) {
  const { t } = useTexts();
  const today = useToday();
  return (
    <>
      <Select
        label={t("reports.range")}
        allowDeselect={false}
        value={wish.range ?? "own"}
        data={[...ranges, "own" as const].map((value) => ({
          value,
          label: t(`reports.range.${value}`),
        }))}
        onChange={(value) => {
          const range = ranges.find((one) => one === value) ?? null;
          change({ range, ...(range && daysOf(range, today)) });
        }}
      />
      {(["from", "to"] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          label={t(`reports.${end}`)}
          value={wish[end]}
          onChange={({ currentTarget }) =>
            change({ range: null, [end]: currentTarget.value })
          }
        />
      ))}
    </>
  );
}

function Choice({ wish, change }: ChoiceProps) {
  const { t } = useTexts();
  return (
    <div className={styles["choice"]}>
      <Days wish={wish} change={change} />
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
export function ReportsPage() {
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
      actions={<Save report={query.data} />}
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
          <p className={styles["wrong"]} role="alert">
            {t("reports.wrongDays")}
          </p>
        )}
        <Meanings of={explained} seconds={wish.withinSeconds} />
      </Pane>
    </Page>
  );
}
