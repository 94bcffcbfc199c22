import { Choice } from "../../platform/kit/choice.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useStore } from "../../platform/store/use-store.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import { supervisionModes } from "@veche/contracts";
import type { SupervisedStay, Supervision } from "./create-supervision.ts";
import styles from "./supervision.module.css";

interface ModeStripProps {
  readonly stay: SupervisedStay;
  readonly supervision: Supervision;
}

/** How I take part in a session of others, who hears me now, and the way to take part otherwise. */
export function ModeStrip({ stay, supervision }: ModeStripProps) {
  const texts = useTexts();
  const { t } = texts;
  const { me } = useStore(stay.session.snapshot);
  const mode = me?.supervision;
  if (mode === undefined) return null;
  return (
    <div className={styles["strip"]}>
      <Choice
        label={t("supervision.mode")}
        value={mode}
        options={supervisionModes.map((value) => ({
          value,
          label: t(`supervision.mode.${value}`),
        }))}
        onChange={(wanted) =>
          void supervision
            .change(stay, wanted)
            .catch((failure: unknown) => notifyFailure(texts, failure))
        }
      />
      <p role="status">{t(`supervision.own.${mode}`)}</p>
    </div>
  );
}
