import { Button, Modal } from "@mantine/core";
import { CopiedCode } from "../../platform/kit/copied-code.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./provisioning.module.css";

/** The only time a key is seen: closing takes a deliberate press. */
export function KeyShown({
  token,
  onClose,
}: {
  readonly token: string;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("scim.shown")}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <div className={styles["form"]}>
        <p className={styles["text"]}>{t("scim.shownLead")}</p>
        <CopiedCode label={t("scim.key")} code={token} />
        <CopiedCode
          label={t("scim.address")}
          code={`${location.origin}/scim/v2`}
        />
        <div className={styles["buttons"]}>
          <Button onClick={onClose}>{t("sites.secretKept")}</Button>
        </div>
      </div>
    </Modal>
  );
}
