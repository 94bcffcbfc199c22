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
  rated,
  satisfiedShare,
  meanPeople,
  meanTechnology,
}: ReportFigures) => [
  ...[offered, answered, abandoned, abandonedShare, serviceLevel],
  ...[meanWaitMs, longestWaitMs, meanHandleMs].map((ms) =>
    ms === null ? null : Math.round(ms / 1000),
  ),
  ...[rated, satisfiedShare, meanPeople, meanTechnology],
];

/** The report as a table of plain numbers: shares from 0 to 1, times in seconds, means of scores from 1 to 5. */
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
      t("board.figure.rated"),
      t("board.figure.csat"),
      t("board.figure.people"),
      t("board.figure.technology"),
    ],
    ...rows.map((row) => [rowWords(texts, by, row), ...numbers(row.figures)]),
    [t("reports.total"), ...numbers(total)],
  ];
}
