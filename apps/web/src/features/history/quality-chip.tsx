import type { QualityLevel } from "@veche/contracts";
import { Chip, type Tone } from "../../platform/kit/chip.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";

const tones: Readonly<Record<Exclude<QualityLevel, "unknown">, Tone>> = {
  excellent: "positive",
  good: "positive",
  weak: "caution",
  bad: "danger",
};

/** The worst level that lasted; a dash where nothing was measured. */
export function QualityChip({ level }: { readonly level: QualityLevel }) {
  const { t } = useTexts();
  if (level === "unknown") return "—";
  return <Chip tone={tones[level]}>{t(`quality.${level}`)}</Chip>;
}
