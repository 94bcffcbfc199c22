import { CopiedCode } from "../../platform/kit/copied-code.tsx";
import { SecretShown } from "../../platform/kit/secret-shown.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";

/** A new key, and the address it opens. */
export function KeyShown({
  token,
  onClose,
}: {
  readonly token: string;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  return (
    <SecretShown
      title={t("scim.shown")}
      lead={t("scim.shownLead")}
      label={t("scim.key")}
      secret={token}
      onClose={onClose}
    >
      <CopiedCode
        label={t("scim.address")}
        code={`${location.origin}/scim/v2`}
      />
    </SecretShown>
  );
}
