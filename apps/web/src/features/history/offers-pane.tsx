import type { OfferRecord } from "@veche/contracts";
import { Chip, type Tone } from "../../platform/kit/chip.tsx";
import { Pane } from "../../platform/kit/page.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./history.module.css";

const tones: Readonly<
  Record<NonNullable<OfferRecord["outcome"]> | "open", Tone>
> = {
  accepted: "positive",
  declined: "caution",
  timed_out: "caution",
  withdrawn: "quiet",
  open: "accent",
};

function OfferLine({ offer }: { readonly offer: OfferRecord }) {
  const { t, time, duration } = useTexts();
  const outcome = offer.outcome ?? "open";
  return (
    <li>
      <span className={styles["offerName"]}>{offer.operatorName}</span>
      <Chip tone={tones[outcome]}>{t(`record.outcome.${outcome}`)}</Chip>
      <span className={styles["offerWhy"]}>
        {t("record.rungAt", { time: time(offer.createdAt) })} ·{" "}
        {offer.reason !== null && `${t(`record.reason.${offer.reason}`)} · `}
        {t("record.idle", { time: duration(offer.idleMs) })} ·{" "}
        {t("record.candidates", { count: offer.candidateCount })}
      </span>
    </li>
  );
}

/** Why this operator: every ring of the session with what decided it. */
export function OffersPane({
  offers,
}: {
  readonly offers: readonly OfferRecord[];
}) {
  const { t } = useTexts();
  return (
    <Pane title={t("record.why")}>
      <p className={styles["lead"]}>
        {t(offers.length === 0 ? "record.neverRung" : "record.whyLead")}
      </p>
      <ol className={styles["offers"]}>
        {offers.map((offer) => (
          <OfferLine
            key={`${offer.operatorId} ${offer.createdAt}`}
            offer={offer}
          />
        ))}
      </ol>
    </Pane>
  );
}
