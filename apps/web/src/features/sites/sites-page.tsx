import { useQuery } from "@tanstack/react-query";
import type { Site } from "@veche/contracts";
import { iconWorld } from "@veche/ui";
import { useState } from "react";
import { ItemListPage } from "../../platform/kit/item-list-page.tsx";
import { SecretShown } from "../../platform/kit/secret-shown.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { SiteCard } from "./site-card.tsx";
import { SiteForm } from "./site-form.tsx";
import { sitesKey } from "./sites-key.ts";

type Open =
  | { readonly kind: "nothing" }
  | { readonly kind: "form"; readonly site: Site | undefined }
  | { readonly kind: "secret"; readonly secret: string };

const nothing: Open = { kind: "nothing" };

function SigningSecret(props: {
  readonly secret: string;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  return (
    <SecretShown
      title={t("sites.secretTitle")}
      lead={t("sites.secretLead")}
      {...props}
    />
  );
}

export function SitesPage() {
  const { t } = useTexts();
  const rest = useRest();
  const [open, setOpen] = useState<Open>(nothing);
  const query = useQuery({
    queryKey: sitesKey,
    queryFn: ({ signal }) => rest("listSites", { signal }),
    select: ({ sites }) => sites,
  });
  const showSecret = (secret: string) => setOpen({ kind: "secret", secret });
  const close = () => setOpen(nothing);
  return (
    <ItemListPage
      title={t("sites.title")}
      lead={t("sites.lead")}
      add={{
        label: t("sites.add"),
        onPress: () => setOpen({ kind: "form", site: undefined }),
      }}
      empty={{
        icon: iconWorld,
        title: t("sites.empty"),
        advice: t("sites.emptyAdvice"),
      }}
      query={query}
      draw={(site) => (
        <SiteCard
          key={site.id}
          site={site}
          onEdit={() => setOpen({ kind: "form", site })}
          onSecret={showSecret}
        />
      )}
    >
      {open.kind === "form" && (
        <SiteForm site={open.site} onClose={close} onSecret={showSecret} />
      )}
      {open.kind === "secret" && (
        <SigningSecret secret={open.secret} onClose={close} />
      )}
    </ItemListPage>
  );
}
