import { Button, CopyButton } from "@mantine/core";
import { iconCheck, iconCopy } from "@veche/ui";
import { Icon } from "./icon.tsx";
import { useTexts } from "../texts/texts.tsx";
import styles from "./copied-code.module.css";

/** A line of code with a button that copies it. */
export function CopiedCode({
  label,
  code,
}: {
  readonly label: string;
  readonly code: string;
}) {
  const { t } = useTexts();
  return (
    <div>
      <p className={styles["label"]}>{label}</p>
      <div className={styles["code"]}>
        <code tabIndex={0}>{code}</code>
        <CopyButton value={code}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              size="compact-sm"
              leftSection={
                <Icon paths={copied ? iconCheck : iconCopy} size={16} />
              }
              onClick={copy}
            >
              {t(copied ? "sites.copied" : "sites.copy")}
            </Button>
          )}
        </CopyButton>
      </div>
    </div>
  );
}
