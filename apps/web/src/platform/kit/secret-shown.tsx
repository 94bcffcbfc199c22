import { Button, Modal } from "@mantine/core";
import { useTexts } from "../texts/texts.tsx";
import { CopiedCode } from "./copied-code.tsx";
import styles from "./copied-code.module.css";

/** The only time a secret is seen: closing takes a deliberate press. */
export function SecretShown({
  title,
  lead,
  secret,
  onClose,
}: {
  readonly title: string;
  /** What it is for. */
  readonly lead: string;
  readonly secret: string;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <div className={styles["form"]}>
        <p className={styles["text"]}>{lead}</p>
        <CopiedCode label={title} code={secret} />
        <div className={styles["end"]}>
          <Button onClick={onClose}>{t("sites.secretKept")}</Button>
        </div>
      </div>
    </Modal>
  );
}
