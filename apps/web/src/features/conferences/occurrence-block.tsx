import type { Occurrence } from "@veche/contracts";
import type { CSSProperties } from "react";
import { useTexts } from "../../platform/texts/texts.tsx";
import { wholeDayWords } from "./day-words.ts";
import styles from "./calendar.module.css";

interface OccurrenceBlockProps {
  readonly occurrence: Occurrence;
  readonly onOpen: (occurrence: Occurrence) => void;
  readonly place?: CSSProperties;
}

/** One occurrence in a day; pressed, it opens. */
export function OccurrenceBlock({
  occurrence,
  onOpen,
  place,
}: OccurrenceBlockProps) {
  const { t, time, language } = useTexts();
  const { title, startsAt, endsAt, myAnswer } = occurrence;
  return (
    <button
      type="button"
      className={styles["block"]}
      data-answer={myAnswer}
      style={place}
      onClick={() => onOpen(occurrence)}
    >
      <span className="visually-hidden">
        {t("conf.block", {
          title,
          day: wholeDayWords(language, new Date(startsAt)),
          from: time(startsAt),
          to: time(endsAt),
          answer: t(`conf.answer.${myAnswer}`),
        })}
      </span>
      <span aria-hidden="true" className={styles["blockTime"]}>
        {time(startsAt)}
      </span>
      <span aria-hidden="true" className={styles["blockTitle"]}>
        {title}
      </span>
    </button>
  );
}
