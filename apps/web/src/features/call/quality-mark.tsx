import type { QualityView } from "@veche/call-client";
import type { LineQuality, QualityLevel } from "@veche/contracts";
import { useTexts, type Texts } from "../../platform/texts/texts.tsx";
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
  readonly quality: QualityView;
  /** On a picture there is room for the bars, and for words only when there is something to say. */
  readonly size?: "whole" | "small";
}

const isTroubled = (level: QualityLevel): boolean =>
  level === "weak" || level === "bad";

/** A level with what disturbs it, if something does. */
const lineWords = ({ level, reason }: LineQuality, { t }: Texts): string =>
  isTroubled(level) && reason !== "none"
    ? `${t(`quality.${level}`)} (${t(`qualityReason.${reason}`)})`
    : t(`quality.${level}`);

/** Everything about a side's line: as a whole, each way, and what is given up. */
function wholeWords(
  name: string,
  { level, reason, sending, receiving, step }: QualityView,
  texts: Texts,
): string {
  const { t } = texts;
  const known = (line: LineQuality | null): line is LineQuality =>
    line !== null && line.level !== "unknown";
  return [
    t("call.qualityOfPlain", {
      name,
      level: lineWords({ level, reason }, texts),
    }),
    ...(known(sending)
      ? [t("call.qualityUp", { words: lineWords(sending, texts) })]
      : []),
    ...(known(receiving)
      ? [t("call.qualityDown", { words: lineWords(receiving, texts) })]
      : []),
    ...(step === "full" ? [] : [t(`ladder.${step}`)]),
  ].join("; ");
}

function Bars({ level }: { readonly level: QualityLevel }) {
  return (
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
  );
}

/** One side's line: four bars, the level in words, what disturbs it and what is given up. */
export function QualityMark({
  name,
  quality,
  size = "whole",
}: QualityMarkProps) {
  const texts = useTexts();
  const { t } = texts;
  const { level, reason, step } = quality;
  const troubles = [
    ...(isTroubled(level) && reason !== "none"
      ? [t(`qualityReason.${reason}`)]
      : []),
    ...(step === "full" ? [] : [t(`ladder.${step}`)]),
  ].join(", ");
  const full = wholeWords(name, quality, texts);
  return (
    <span
      className={styles["mark"]}
      data-level={level}
      data-size={size}
      title={full}
    >
      <Bars level={level} />
      {size === "small" && <span className="visually-hidden">{full}</span>}
      {(size === "whole" || troubles !== "") && (
        <span aria-hidden={size === "small"}>
          {size === "whole" && t(`quality.${level}`)}
          {troubles !== "" && (
            <span className={styles["reason"]}>
              {size === "whole" ? ": " : ""}
              {troubles}
            </span>
          )}
        </span>
      )}
    </span>
  );
}
