import { useTexts } from "../texts/texts.tsx";
import type { WorkingHours } from "@veche/contracts";
import { isWorkable } from "./working-week.ts";
import styles from "./hours-field.module.css";

/** Says what is wrong with a working week, if anything is. */
export function HoursNote({ hours }: { readonly hours: WorkingHours }) {
  const { t } = useTexts();
  if (isWorkable(hours)) return null;
  return (
    <p className={styles["wrong"]} role="alert">
      {t("hours.wrong")}
    </p>
  );
}
