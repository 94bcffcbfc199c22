import { useStore } from "../../../platform/store/use-store.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import type { Stay } from "../call-place-state.ts";
import { useCaptions } from "./use-captions.ts";
import styles from "./captions.module.css";

interface CaptionsProps {
  readonly stay: Pick<Stay, "captions" | "session">;
}

/** What is said, under the pictures, for who switched it on. */
export function Captions({ stay }: CaptionsProps) {
  const { isOn } = useCaptions();
  return isOn && <Lines stay={stay} />;
}

/** The lines with the names of those who say them. */
function Lines({ stay }: CaptionsProps) {
  const { t } = useTexts();
  const lines = useStore(stay.captions.state);
  const { call } = useStore(stay.session.snapshot);
  const nameOf = (id: string) =>
    call?.participants.find(({ principalId }) => principalId === id)?.name;
  return (
    <div
      className={styles["captions"]}
      role="log"
      aria-label={t("caption.log")}
    >
      {lines.length === 0 && (
        <p className={styles["none"]}>{t("caption.none")}</p>
      )}
      {lines.map(({ key, principalId, text }) => (
        <p key={key}>
          <b>{nameOf(principalId)}</b> {text}
        </p>
      ))}
    </div>
  );
}
