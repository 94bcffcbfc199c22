import { useTexts } from "../texts/texts.tsx";
import styles from "./figures.module.css";

export const figureKeys = [
  "offered",
  "answered",
  "abandoned",
  "level",
  "asa",
  "aht",
  "score",
] as const;
export type FigureKey = (typeof figureKeys)[number];

/** What only reports tell. */
type RatingFigureKey = "rated" | "csat" | "people" | "technology";

interface MeaningsProps {
  readonly of: readonly (FigureKey | RatingFigureKey)[];
  readonly seconds: number;
}

/** How each figure is counted, in plain words. */
export function Meanings({ of, seconds }: MeaningsProps) {
  const { t } = useTexts();
  return (
    <details className={styles["explained"]}>
      <summary>{t("board.howCounted")}</summary>
      <dl>
        {of.map((key) => (
          <div key={key}>
            <dt>{t(`board.figure.${key}`, { seconds })}</dt>
            <dd>{t(`board.meaning.${key}`, { seconds })}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
