import { TextInput } from "@mantine/core";
import type { TotpEnrolment } from "@veche/contracts";
import { CopiedCode } from "../kit/copied-code.tsx";
import { useTexts } from "../texts/texts.tsx";
import { QrCode } from "./qr-code.tsx";
import styles from "./second-factor.module.css";

/** Four letters at a time are easier to type over. */
const inFours = (secret: string): string =>
  (secret.match(/.{1,4}/gu) ?? []).join(" ");

/** What an application for codes is told, and the code it shows then. */
export function TotpSetup({
  enrolment,
  code,
  error,
  onCode,
}: {
  readonly enrolment: TotpEnrolment;
  readonly code: string;
  readonly error: string | undefined;
  readonly onCode: (code: string) => void;
}) {
  const { t } = useTexts();
  return (
    <div className={styles["setup"]}>
      <p className={styles["text"]}>{t("factor.scan")}</p>
      <QrCode text={enrolment.address} label={t("factor.qr")} />
      <CopiedCode label={t("factor.secret")} code={inFours(enrolment.secret)} />
      <TextInput
        label={t("factor.firstCode")}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={9}
        data-autofocus
        value={code}
        error={error}
        onChange={({ currentTarget }) => onCode(currentTarget.value)}
      />
    </div>
  );
}
