import { Chip } from "../../platform/kit/chip.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";

const lowest = 2;
const satisfied = 4;

/** One answer of a customer, from 1 to 5; a dash where they gave none. */
export function ScoreChip({ score }: { readonly score: number | null }) {
  const { t } = useTexts();
  if (score === null) return "—";
  const tone =
    score <= lowest ? "danger" : score >= satisfied ? "positive" : "caution";
  return <Chip tone={tone}>{t("rating.of5", { score })}</Chip>;
}
