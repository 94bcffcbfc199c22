import { Button } from "@mantine/core";
import { useTexts } from "../texts/texts.tsx";
import styles from "./form-buttons.module.css";

interface FormButtonsProps {
  readonly isBusy: boolean;
  /** "Save" without it. */
  readonly words?: string;
  readonly onClose: () => void;
}

/** The end of a dialog's form: leave it, or send it. */
export function FormButtons({ isBusy, words, onClose }: FormButtonsProps) {
  const { t } = useTexts();
  return (
    <div className={styles["buttons"]}>
      <Button variant="default" onClick={onClose}>
        {t("action.cancel")}
      </Button>
      <Button type="submit" loading={isBusy}>
        {words ?? t("action.save")}
      </Button>
    </div>
  );
}
