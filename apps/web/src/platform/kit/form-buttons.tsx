import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTexts } from "../texts/texts.tsx";
import styles from "./form-buttons.module.css";

export interface FormButtonsProps {
  readonly isBusy: boolean;
  /** "Save" without it. */
  readonly words?: string;
  /** What is sent takes something away for good. */
  readonly tone?: "danger";
  /** Not to be sent yet. */
  readonly isShut?: boolean;
  /** Stands at the other end of the line. */
  readonly aside?: ReactNode;
  readonly onClose: () => void;
}

/** The end of a dialog's form: leave it, or send it. */
export function FormButtons({
  isBusy,
  words,
  tone,
  isShut = false,
  aside,
  onClose,
}: FormButtonsProps) {
  const { t } = useTexts();
  return (
    <div className={styles["buttons"]}>
      {aside !== undefined && <div className={styles["aside"]}>{aside}</div>}
      <Button variant="default" onClick={onClose}>
        {t("action.cancel")}
      </Button>
      <Button
        type="submit"
        loading={isBusy}
        disabled={isShut}
        {...(tone === "danger" && { color: "red" })}
      >
        {words ?? t("action.save")}
      </Button>
    </div>
  );
}
