import type { QualityLevel, QualityReason } from "@veche/contracts";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./quality-mark.module.css";

const barsLit: Readonly<Record<QualityLevel, number>> = {
  excellent: 4,
  good: 3,
  weak: 2,
  bad: 1,
  unknown: 0,
};

interface QualityMarkProps {
  readonly name: string;
  readonly level: QualityLevel;
  readonly reason: QualityReason;
}

/** One side's line: four bars, the level in words, and what disturbs it. */
export function QualityMark({ name, level, reason }: QualityMarkProps) {
  const { t } = useTexts();
  const words = t(`quality.${level}`);
  const hasReason = (level === "weak" || level === "bad") && reason !== "none";
  const full = hasReason
    ? t("call.qualityOf", {
        name,
        level: words,
        reason: t(`qualityReason.${reason}`),
      })
    : t("call.qualityOfPlain", { name, level: words });
  return (
    <span className={styles["mark"]} data-level={level} title={full}>
      <svg viewBox="0 0 20 16" width="20" height="16" aria-hidden="true">
        {[0, 1, 2, 3].map((bar) => (
          <rect
            key={bar}
            x={bar * 5}
            y={12 - bar * 4}
            width="3.5"
            height={4 + bar * 4}
            rx="1"
            data-lit={bar < barsLit[level]}
          />
        ))}
      </svg>
      <span>
        {words}
        {hasReason && (
          <span className={styles["reason"]}>
            : {t(`qualityReason.${reason}`)}
          </span>
        )}
      </span>
    </span>
  );
}
