import { Button, CopyButton } from "@mantine/core";
import { useTexts } from "../texts/texts.tsx";
import styles from "./second-factor.module.css";

/** The only time recovery codes are seen. */
export function RecoveryCodes({
  codes,
  onKept,
}: {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}) {
  const { t } = useTexts();
  return (
    <div className={styles["codes"]}>
      <p className={styles["text"]}>{t("factor.codesLead")}</p>
      <ul className={styles["list"]} aria-label={t("factor.codes")}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles["buttons"]}>
        <CopyButton value={codes.join("\n")}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {t(copied ? "sites.copied" : "factor.copyCodes")}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onKept}>{t("factor.codesKept")}</Button>
      </div>
    </div>
  );
}
