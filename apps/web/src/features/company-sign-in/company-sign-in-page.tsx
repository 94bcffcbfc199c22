import { useQuery } from "@tanstack/react-query";
import type { OidcProvider } from "@veche/contracts";
import { iconShieldLock } from "@veche/ui";
import { useState } from "react";
import { CopiedCode } from "../../platform/kit/copied-code.tsx";
import { ItemListPage } from "../../platform/kit/item-list-page.tsx";
import { Pane } from "../../platform/kit/page.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { ProviderCard } from "./provider-card.tsx";
import { ProviderForm } from "./provider-form.tsx";
import { providersKey } from "./providers-key.ts";
import { RemoveProvider } from "./remove-provider.tsx";
import type { WayPart } from "./way-card.tsx";
import styles from "./company-sign-in.module.css";

type Open =
  | { readonly kind: "nothing" }
  | { readonly kind: "new" }
  | { readonly kind: WayPart; readonly provider: OidcProvider };

function Layer({
  open,
  onClose,
}: {
  readonly open: Open;
  readonly onClose: () => void;
}) {
  switch (open.kind) {
    case "nothing":
      return null;
    case "new":
      return <ProviderForm provider={undefined} onClose={onClose} />;
    case "form":
      return <ProviderForm provider={open.provider} onClose={onClose} />;
    case "remove":
      return <RemoveProvider provider={open.provider} onClose={onClose} />;
  }
}

function useProviders() {
  const rest = useRest();
  return useQuery({
    queryKey: providersKey,
    queryFn: ({ signal }) => rest("listOidcProviders", { signal }),
  });
}

/** What the provider has to be told of us. */
function OurAddresses() {
  const { t } = useTexts();
  const { data } = useProviders();
  if (data === undefined) return null;
  return (
    <Pane title={t("company.addresses")}>
      <div className={styles["addresses"]}>
        <CopiedCode
          label={t("company.returnAddress")}
          code={data.returnAddress}
        />
        <CopiedCode
          label={t("company.leaveAddress")}
          code={data.leaveAddress}
        />
      </div>
    </Pane>
  );
}

/** Providers of the company that people sign in through (B18). */
export function CompanySignInPage() {
  const { t } = useTexts();
  const [open, setOpen] = useState<Open>({ kind: "nothing" });
  const { data, ...query } = useProviders();
  return (
    <ItemListPage
      title={t("company.title")}
      lead={t("company.lead")}
      add={{ label: t("company.add"), onPress: () => setOpen({ kind: "new" }) }}
      empty={{
        icon: iconShieldLock,
        title: t("company.empty"),
        advice: t("company.emptyAdvice"),
      }}
      query={{ ...query, data: data?.items }}
      draw={(provider) => (
        <ProviderCard
          key={provider.id}
          provider={provider}
          onOpen={(kind) => setOpen({ kind, provider })}
        />
      )}
    >
      <OurAddresses />
      <Layer open={open} onClose={() => setOpen({ kind: "nothing" })} />
    </ItemListPage>
  );
}
