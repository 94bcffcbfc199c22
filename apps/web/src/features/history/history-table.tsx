import type { HistoryEntry } from "@veche/contracts";
import { iconMessage, iconPhone, iconVideo } from "@veche/ui";
import type { ReactNode } from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import { Table } from "../../platform/kit/table.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { OutcomeChip } from "./outcome-chip.tsx";
import { ScoreChip } from "./score-chip.tsx";
import { QualityChip } from "./quality-chip.tsx";
import styles from "./history.module.css";

const icons = {
  chat: iconMessage,
  audio: iconPhone,
  video: iconVideo,
} as const;

interface HistoryTableProps {
  readonly entries: readonly HistoryEntry[];
  readonly linkTo: (entry: HistoryEntry, words: ReactNode) => ReactNode;
  readonly foot: ReactNode;
}

type HistoryRowProps = Pick<HistoryTableProps, "linkTo"> & {
  readonly entry: HistoryEntry;
};

function HistoryRow({ entry, linkTo }: HistoryRowProps) {
  const { t, dateTime, duration, number } = useTexts();
  const { request } = entry;
  return (
    <tr>
      <td>
        <span className={styles["customer"]}>
          <span
            className={styles["kind"]}
            title={t(`requestKind.${request.kind}`)}
          >
            <Icon paths={icons[request.kind]} size={18} />
            <span className="visually-hidden">
              {t(`requestKind.${request.kind}`)}
            </span>
          </span>
          <span className={styles["names"]}>
            {linkTo(entry, request.customer.name)}
            {request.customer.externalId !== null && (
              <span className={styles["quiet"]}>
                {request.customer.externalId}
              </span>
            )}
          </span>
        </span>
      </td>
      <td className={styles["operator"]}>
        {request.operatorName ?? (
          <span className={styles["quiet"]}>{t("history.noOperator")}</span>
        )}
      </td>
      <td className={styles["when"]}>{dateTime(request.createdAt)}</td>
      <td className={styles["lasted"]}>{duration(entry.waitedMs)}</td>
      <td className={styles["lasted"]}>
        {entry.servedMs > 0 ? duration(entry.servedMs) : "—"}
      </td>
      <td>{number(entry.messageCount)}</td>
      <td>
        <QualityChip level={entry.quality} />
      </td>
      <td>
        <ScoreChip score={entry.rating?.people ?? null} />
      </td>
      <td>
        <OutcomeChip endReason={request.endReason} />
      </td>
    </tr>
  );
}

export function HistoryTable({ entries, linkTo, foot }: HistoryTableProps) {
  const { t } = useTexts();
  const columns = (
    [
      "customer",
      "operator",
      "when",
      "waited",
      "served",
      "messages",
      "quality",
      "rating",
      "outcome",
    ] as const
  ).map((key) => ({ key, title: t(`history.${key}`) }));
  return (
    <Table
      name={t("history.title")}
      columns={columns}
      {...(foot === false ? {} : { foot })}
    >
      {entries.map((entry) => (
        <HistoryRow key={entry.request.id} entry={entry} linkTo={linkTo} />
      ))}
    </Table>
  );
}
