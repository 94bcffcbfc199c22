import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import type { CallRecordLine, CallVerdict } from "@veche/contracts";
import { iconChartLine, iconSearch } from "@veche/ui";
import { useState, type ReactNode } from "react";
import { EmptyState } from "../../platform/kit/empty-state.tsx";
import { FailedState } from "../../platform/kit/failed-state.tsx";
import { LoadingRows } from "../../platform/kit/loading-rows.tsx";
import { Page, Pane } from "../../platform/kit/page.tsx";
import { Table } from "../../platform/kit/table.tsx";
import { useNow } from "../../platform/now.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import { CallFilterBar } from "./call-filter-bar.tsx";
import { LevelChip } from "./level-chip.tsx";
import { TrendBars } from "./trend-bars.tsx";
import { firstFilters, useCallRecords } from "./use-call-records.ts";
import styles from "./call-records.module.css";

const typingPauseMs = 300;
const isTroubled = ({ level }: CallVerdict): boolean =>
  level === "weak" || level === "bad";

interface CallsPageProps {
  readonly linkTo: (record: CallRecordLine, words: ReactNode) => ReactNode;
}

/** For whom it went badly, why, and by which way their packets went. */
function Causes({ verdicts }: Pick<CallRecordLine, "verdicts">) {
  const { t } = useTexts();
  return verdicts.filter(isTroubled).map((verdict) => (
    <span key={verdict.principalId} className={styles["cause"]}>
      {t("calls.whoHad", {
        name: verdict.name,
        words: [
          t(`qualityReason.${verdict.reason}`),
          t(`calls.path.${verdict.path}`).toLowerCase(),
          ...(verdict.step === "full" ? [] : [t(`ladder.${verdict.step}`)]),
        ].join(", "),
      })}
    </span>
  ));
}

function CallRow({
  record,
  linkTo,
}: CallsPageProps & { readonly record: CallRecordLine }) {
  const { t, dateTime, duration } = useTexts();
  return (
    <tr>
      <td className={styles["when"]}>
        {linkTo(record, dateTime(record.endedAt))}
      </td>
      <td>
        {record.verdicts.map(({ name }) => name).join(", ")}
        <span className={styles["quiet"]}>
          {t(`requestKind.${record.media}`)},{" "}
          {t(record.topology === "sfu" ? "calls.server" : "calls.between")}
        </span>
      </td>
      <td className={styles["lasted"]}>{duration(record.durationMs)}</td>
      <td>
        <LevelChip level={record.level} />
      </td>
      <td>
        <Causes verdicts={record.verdicts} />
      </td>
    </tr>
  );
}

function CallTable({
  records,
  linkTo,
  foot,
}: CallsPageProps & {
  readonly records: readonly CallRecordLine[];
  readonly foot: ReactNode;
}) {
  const { t } = useTexts();
  const columns = (["when", "who", "lasted", "level", "reason"] as const).map(
    (key) => ({ key, title: t(`calls.${key}`) }),
  );
  return (
    <Table
      name={t("calls.title")}
      columns={columns}
      {...(foot === false ? {} : { foot })}
    >
      {records.map((record) => (
        <CallRow key={record.callId} record={record} linkTo={linkTo} />
      ))}
    </Table>
  );
}

/** All calls that are over: how they went, for whom badly, and how that changes from day to day. */
export function CallsPage({ linkTo }: CallsPageProps) {
  const { t } = useTexts();
  const [filters, setFilters] = useState(firstFilters);
  const [settled] = useDebouncedValue(filters, typingPauseMs);
  const query = useCallRecords(settled, useNow(60_000));
  const records = query.data?.pages.flatMap((page) => page.records) ?? [];
  const trend = query.data?.pages[0]?.trend ?? [];
  const more = query.hasNextPage && (
    <Button
      variant="default"
      loading={query.isFetchingNextPage}
      onClick={() => void query.fetchNextPage()}
    >
      {t("calls.more")}
    </Button>
  );
  return (
    <Page title={t("calls.title")} lead={t("calls.lead")}>
      <CallFilterBar filters={filters} onChange={setFilters} />
      {trend.length > 0 && (
        <div className={styles["trendPane"]}>
          <Pane title={t("calls.trend")}>
            <TrendBars trend={trend} />
          </Pane>
        </div>
      )}
      <Pane>
        {query.isPending && <LoadingRows />}
        {query.isError && records.length === 0 && (
          <FailedState
            failure={query.error}
            onRetry={() => void query.refetch()}
          />
        )}
        {query.isSuccess && records.length === 0 && (
          <EmptyState
            icon={filters === firstFilters ? iconChartLine : iconSearch}
            title={t("calls.nothing")}
            advice={t("calls.nothingAdvice")}
          />
        )}
        {records.length > 0 && (
          <CallTable records={records} linkTo={linkTo} foot={more} />
        )}
      </Pane>
    </Page>
  );
}
