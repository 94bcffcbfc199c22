import type { LiveBoard } from "@veche/contracts";
import { createFormats } from "@veche/ui";
import { Pane } from "../../platform/kit/page.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import {
  dash,
  meanWords,
  scoreWords,
  shareWords,
} from "../../platform/figures/figure-words.ts";
import {
  figureKeys,
  Meanings,
  type FigureKey,
} from "../../platform/figures/meanings.tsx";
import styles from "./board.module.css";

interface TodayProps {
  readonly today: LiveBoard["today"];
}

interface Written {
  readonly value: string;
  readonly note: string;
}

/** Every figure with what it was made of. */
function useFigures({ figures, score, withinSeconds }: TodayProps["today"]) {
  const texts = useTexts();
  const { t, number } = texts;
  const { offered, answered, abandoned, answeredInTime, handled } = figures;
  return {
    offered: {
      value: number(offered),
      note: t("board.note.offered", { count: figures.stillWaiting }),
    },
    answered: {
      value: number(answered),
      note: t("board.note.answered", { count: handled }),
    },
    abandoned: {
      value: number(abandoned),
      note: t("board.note.abandoned", {
        share: shareWords(texts, figures.abandonedShare),
      }),
    },
    level: {
      value: shareWords(texts, figures.serviceLevel),
      note: t("board.note.level", {
        inTime: number(answeredInTime),
        answered: number(answered),
        seconds: withinSeconds,
      }),
    },
    asa: {
      value: meanWords(texts, figures.meanWaitMs),
      note: t("board.note.asa", { answered: number(answered) }),
    },
    aht: {
      value: meanWords(texts, figures.meanHandleMs),
      note: t("board.note.aht", {
        time: meanWords(texts, figures.meanWrapUpMs),
      }),
    },
    score: {
      value:
        score.mean === null
          ? dash
          : t("board.ofFive", { mean: scoreWords(texts, score.mean) }),
      note: t("board.note.score", { count: score.count }),
    },
  } satisfies Record<FigureKey, Written>;
}

/** The figures since midnight. */
export function DayPane({ today }: TodayProps) {
  const { t, language } = useTexts();
  const { since, timeZone, withinSeconds: seconds } = today;
  const figures = useFigures(today);
  const time = createFormats(language, timeZone).time(since);
  return (
    <Pane title={t("board.today")}>
      <p className={styles["lead"]}>
        {t("board.since", { time, zone: timeZone })}
      </p>
      <dl className={styles["facts"]}>
        {figureKeys.map((key) => (
          <div key={key} className={styles["fact"]}>
            <dt>{t(`board.figure.${key}`, { seconds })}</dt>
            <dd>
              <span className={styles["value"]}>{figures[key].value}</span>
              <span className={styles["note"]}>{figures[key].note}</span>
            </dd>
          </div>
        ))}
      </dl>
      <Meanings of={figureKeys} seconds={seconds} />
    </Pane>
  );
}
