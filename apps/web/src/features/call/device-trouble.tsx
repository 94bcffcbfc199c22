import type { LocalMediaSnapshot } from "@veche/call-client";
import { useTexts } from "../../platform/texts/texts.tsx";
import { troubleOf } from "./trouble.ts";
import styles from "./control-bar.module.css";

/** A device that did not start: why, and what to do. One is in the call all the same. */
export function DeviceTrouble({
  local,
}: {
  readonly local: LocalMediaSnapshot;
}) {
  const { t } = useTexts();
  const problem = troubleOf(local);
  if (problem === null) return null;
  return (
    <div className={styles["trouble"]} role="alert">
      <p>
        {t("call.deviceTrouble")}. {t(`deviceError.${problem}.happened`)}
      </p>
      <p>{t(`deviceError.${problem}.advice`)}</p>
    </div>
  );
}
