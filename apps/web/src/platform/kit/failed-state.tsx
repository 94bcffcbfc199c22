import { Button } from "@mantine/core";
import { iconAlertTriangle } from "@veche/ui";
import { failureWords } from "../texts/failure-words.ts";
import { useTexts } from "../texts/texts.tsx";
import { Icon } from "./icon.tsx";
import styles from "./states.module.css";

/** Something could not be loaded: what happened, what to do, and a button that does it. */
export function FailedState({
  failure,
  onRetry,
}: {
  readonly failure: unknown;
  readonly onRetry: () => void;
}) {
  const texts = useTexts();
  const words = failureWords(texts, failure);
  return (
    <div
      className={`${styles["state"] ?? ""} ${styles["failed"] ?? ""}`}
      role="alert"
    >
      <span className={styles["mark"]}>
        <Icon paths={iconAlertTriangle} size={24} />
      </span>
      <p className={styles["title"]}>{words.happened}</p>
      <p className={styles["advice"]}>{words.advice}</p>
      {words.reference !== undefined && (
        <p className={styles["reference"]}>
          {texts.t("failure.reference", { reference: words.reference })}
        </p>
      )}
      <div className={styles["action"]}>
        <Button variant="default" onClick={onRetry}>
          {texts.t("action.retry")}
        </Button>
      </div>
    </div>
  );
}
