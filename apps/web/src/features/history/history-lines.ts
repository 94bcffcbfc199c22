import type { CsvCell, HistoryEntry } from "@veche/contracts";
import type { Texts } from "../../platform/texts/texts.tsx";

const seconds = (ms: number): number => Math.round(ms / 1000);

const line = ({ t }: Pick<Texts, "t">, entry: HistoryEntry): CsvCell[] => {
  const { request, quality, rating, wrapUp } = entry;
  return [
    ...[request.id, request.createdAt, t(`requestKind.${request.kind}`)],
    ...[request.customer.name, request.customer.externalId],
    ...[request.queueName, request.operatorName],
    ...[entry.waitedMs, entry.servedMs, entry.heldMs].map(seconds),
    entry.messageCount,
    quality === "unknown" ? null : t(`quality.${quality}`),
    ...[rating?.people ?? null, rating?.technology ?? null],
    rating?.comment ?? null,
    request.endReason && t(`requestEnd.${request.endReason}`),
    wrapUp?.note ?? null,
  ];
};

/** Sessions as a table: instants in UTC, times in seconds. */
export const historyLines = (
  texts: Pick<Texts, "t">,
  entries: readonly HistoryEntry[],
): readonly (readonly CsvCell[])[] => {
  const { t } = texts;
  const inSeconds = (figure: string) => t("reports.inSeconds", { figure });
  return [
    [
      ...["ID", t("history.when"), t("history.kind")],
      ...[t("history.customer"), t("history.customerId")],
      ...[t("history.queue"), t("history.operator")],
      ...[inSeconds(t("history.waited")), inSeconds(t("history.served"))],
      inSeconds(t("record.held")),
      ...[t("history.messages"), t("history.quality")],
      ...[t("board.figure.people"), t("board.figure.technology")],
      ...[t("history.comment"), t("history.outcome"), t("history.note")],
    ],
    ...entries.map((entry) => line(texts, entry)),
  ];
};
