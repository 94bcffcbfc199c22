import type { QualityView } from "@veche/call-client";
import type { QualityLevel } from "@veche/contracts";
import { ladderEn, ladderRu } from "@veche/ui";
import { useTexts } from "../parts/widget-context.ts";
import type { WidgetTranslator } from "../texts/translator.ts";

const bars: Readonly<Record<QualityLevel, number>> = {
  excellent: 4,
  good: 3,
  weak: 2,
  bad: 1,
  unknown: 0,
};

/** The level in words, with what disturbs when something does, and what is given up for the sound. */
export function qualityWords(
  { level, reason, step }: Pick<QualityView, "level" | "reason" | "step">,
  { t, language }: WidgetTranslator,
): string {
  const isDisturbed =
    (level === "weak" || level === "bad") && reason !== "none";
  const steps = language === "ru" ? ladderRu : ladderEn;
  const troubles = [
    ...(isDisturbed ? [t(`qualityReason.${reason}`)] : []),
    ...(step === "full" ? [] : [steps[`ladder.${step}`]]),
  ];
  return troubles.length === 0
    ? t(`quality.${level}`)
    : `${t(`quality.${level}`)}: ${troubles.join(", ")}`;
}

/** One side's connection: whose it is, bars, and words. */
export function QualitySign({
  who,
  view,
}: {
  readonly who: string;
  readonly view: QualityView;
}) {
  const translator = useTexts();
  const words = qualityWords(view, translator);
  return (
    <span class={`quality ${view.level}`} title={`${who}: ${words}`}>
      <span class="quality-bars" aria-hidden="true">
        {[1, 2, 3, 4].map((bar) => (
          <i key={bar} class={bar <= bars[view.level] ? "on" : ""} />
        ))}
      </span>
      <span class="quality-who">{who}</span>
      <span class="quality-words">{words}</span>
    </span>
  );
}
