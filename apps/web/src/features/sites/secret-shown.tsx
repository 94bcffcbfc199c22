import { Button, Modal } from "@mantine/core";
import { useTexts } from "../../platform/texts/texts.tsx";
import { CopiedCode } from "../../platform/kit/copied-code.tsx";
import styles from "./sites.module.css";

/** The only time a secret is seen: closing takes a deliberate press. */
export function SecretShown({
  secret,
  onClose,
}: {
  readonly secret: string;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("sites.secretTitle")}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <div className={styles["form"]}>
        <p className={styles["text"]}>{t("sites.secretLead")}</p>
        <CopiedCode label={t("sites.secretTitle")} code={secret} />
        <div className={styles["end"]}>
          <Button onClick={onClose}>{t("sites.secretKept")}</Button>
        </div>
      </div>
    </Modal>
  );
}
