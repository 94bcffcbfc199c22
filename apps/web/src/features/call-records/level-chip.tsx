import type { QualityLevel } from "@veche/contracts";
import { Chip, type Tone } from "../../platform/kit/chip.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";

const tones: Readonly<Record<Exclude<QualityLevel, "unknown">, Tone>> = {
  excellent: "positive",
  good: "positive",
  weak: "caution",
  bad: "danger",
};

/** How it went in words; a dash where nothing was measured. */
export function LevelChip({ level }: { readonly level: QualityLevel }) {
  const { t } = useTexts();
  return level === "unknown" ? (
    "—"
  ) : (
    <Chip tone={tones[level]}>{t(`quality.${level}`)}</Chip>
  );
}
