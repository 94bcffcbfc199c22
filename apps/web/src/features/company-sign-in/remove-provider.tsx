import type { OidcProvider } from "@veche/contracts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { providersKey } from "./providers-key.ts";
import { RemoveWay } from "./remove-way.tsx";

export function RemoveProvider({
  provider: { id: providerId, name },
  onClose,
}: {
  readonly provider: OidcProvider;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const rest = useRest();
  return (
    <RemoveWay
      name={name}
      advice={t("company.removeAdvice")}
      said={t("company.removed", { name })}
      remove={() => rest("deleteOidcProvider", { params: { providerId } })}
      queryKey={providersKey}
      onClose={onClose}
    />
  );
}
