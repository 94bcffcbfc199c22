import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { Dialog } from "./dialog.tsx";
import { useTexts } from "../texts/texts.tsx";
import { CopiedCode } from "./copied-code.tsx";
import styles from "./copied-code.module.css";

/** The only time a secret is seen: closing takes a deliberate press. */
export function SecretShown({
  title,
  lead,
  secret,
  label = title,
  children,
  onClose,
}: {
  readonly title: string;
  /** What it is for. */
  readonly lead: string;
  readonly secret: string;
  /** What the secret is called; the title without it. */
  readonly label?: string;
  /** Stands below the secret. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  return (
    <Dialog
      onClose={onClose}
      title={title}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <div className={styles["form"]}>
        <p className={styles["text"]}>{lead}</p>
        <CopiedCode label={label} code={secret} />
        {children}
        <div className={styles["end"]}>
          <Button onClick={onClose}>{t("sites.secretKept")}</Button>
        </div>
      </div>
    </Dialog>
  );
}
