import type { ConferenceId } from "@veche/contracts";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { PlanDraft } from "./plan-draft.ts";
import { useOccurrences } from "./use-conferences.ts";
import { instantIn } from "./zoned-time.ts";
import styles from "./form.module.css";

interface OverlapsProps {
  readonly draft: PlanDraft;
  /** It does not stand in its own way. */
  readonly without: ConferenceId | undefined;
}

/** Says what else of mine takes place then; it hinders nothing. */
export function Overlaps({ draft, without }: OverlapsProps) {
  const { date, time, timeZone, durationMinutes } = draft;
  const from = instantIn(timeZone, `${date}T${time}`);
  if (Number.isNaN(from)) return null;
  return (
    <Between
      from={new Date(from)}
      to={new Date(from + durationMinutes * 60_000)}
      without={without}
    />
  );
}

function Between({
  from,
  to,
  without,
}: {
  readonly from: Date;
  readonly to: Date;
  readonly without: ConferenceId | undefined;
}) {
  const { t } = useTexts();
  const { data, isPlaceholderData } = useOccurrences(from, to);
  const others = (isPlaceholderData ? [] : (data?.items ?? [])).filter(
    ({ conferenceId, myAnswer }) =>
      conferenceId !== without && myAnswer !== "no",
  );
  if (others.length === 0) return null;
  const titles = others.map(({ title }) => title).join(", ");
  return (
    <p className={styles["soft"]} role="status">
      {t("conf.overlaps", { titles })}
    </p>
  );
}
