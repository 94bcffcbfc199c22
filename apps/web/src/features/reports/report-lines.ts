import type { Report, ReportFigures } from "@veche/contracts";
import type { Texts } from "../../platform/texts/texts.tsx";
import { rowWords } from "./row-words.ts";

const numbers = ({
  offered,
  answered,
  abandoned,
  abandonedShare,
  serviceLevel,
  meanWaitMs,
  longestWaitMs,
  meanHandleMs,
}: ReportFigures) => [
  ...[offered, answered, abandoned, abandonedShare, serviceLevel],
  ...[meanWaitMs, longestWaitMs, meanHandleMs].map((ms) =>
    ms === null ? null : Math.round(ms / 1000),
  ),
];

/** The report as a table of plain numbers: shares from 0 to 1, times in seconds. */
export function reportLines(
  texts: Pick<Texts, "t" | "language">,
  { by, rows, total, withinSeconds: seconds }: Report,
) {
  const { t } = texts;
  return [
    [
      t(`reports.by.${by}`),
      t("board.figure.offered"),
      t("board.figure.answered"),
      t("board.figure.abandoned"),
      t("reports.abandonedShare"),
      t("board.figure.level", { seconds }),
      t("reports.inSeconds", { figure: t("board.figure.asa") }),
      t("reports.inSeconds", { figure: t("reports.longestWait") }),
      t("reports.inSeconds", { figure: t("board.figure.aht") }),
    ],
    ...rows.map((row) => [rowWords(texts, by, row), ...numbers(row.figures)]),
    [t("reports.total"), ...numbers(total)],
  ];
}
