import type { RequestEndReason } from "@veche/contracts";
import { Chip, type Tone } from "../../platform/kit/chip.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";

const tones: Readonly<Record<RequestEndReason, Tone>> = {
  completed: "positive",
  abandoned: "caution",
  customer_lost: "caution",
  unanswered: "caution",
  declined: "quiet",
  operator_lost: "danger",
};

/** How a session ended; null while it goes on. */
export function OutcomeChip({
  endReason,
}: {
  readonly endReason: RequestEndReason | null;
}) {
  const { t } = useTexts();
  if (endReason === null)
    return <Chip tone="accent">{t("history.running")}</Chip>;
  return <Chip tone={tones[endReason]}>{t(`requestEnd.${endReason}`)}</Chip>;
}
