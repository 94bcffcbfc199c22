import type { OidcProvider } from "@veche/contracts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { draftOf, fieldsOf } from "./provider-draft.ts";
import { providersKey } from "./providers-key.ts";
import { TestVerdict } from "./test-verdict.tsx";
import { WayCard, type WayPart } from "./way-card.tsx";

/** A provider of the company, as the administrator sees it. */
export function ProviderCard({
  provider,
  onOpen,
}: {
  readonly provider: OidcProvider;
  readonly onOpen: (part: WayPart) => void;
}) {
  const { t } = useTexts();
  const rest = useRest();
  const { id: providerId, issuer, matches, createsPeople } = provider;
  const traits = [
    t(`company.matches.${matches}`),
    ...(createsPeople ? [t("company.createsPeople")] : []),
    ...(provider.rolesClaim === null ? [] : [t("company.hasRoles")]),
  ];
  return (
    <WayCard
      way={provider}
      address={issuer}
      traits={traits}
      queryKey={providersKey}
      onSwitch={(next) =>
        rest("updateOidcProvider", {
          params: { providerId },
          body: fieldsOf(draftOf(provider), next),
        })
      }
      onOpen={onOpen}
    >
      <TestVerdict provider={provider} />
    </WayCard>
  );
}
