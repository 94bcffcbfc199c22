import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Site } from "@veche/contracts";
import { iconPlus, iconWorld } from "@veche/ui";
import { useState } from "react";
import { EmptyState } from "../../platform/kit/empty-state.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { Page, Pane } from "../../platform/kit/page.tsx";
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

function AddButton({ onClick }: { readonly onClick: () => void }) {
  const { t } = useTexts();
  return (
    <Button leftSection={<Icon paths={iconPlus} size={18} />} onClick={onClick}>
      {t("sites.add")}
    </Button>
  );
}

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
  });
  const showSecret = (secret: string) => setOpen({ kind: "secret", secret });
  const close = () => setOpen(nothing);
  return (
    <Page
      title={t("sites.title")}
      lead={t("sites.lead")}
      actions={
        <AddButton onClick={() => setOpen({ kind: "form", site: undefined })} />
      }
    >
      <Loaded query={query}>
        {({ sites }) =>
          sites.length === 0 ? (
            <Pane>
              <EmptyState
                icon={iconWorld}
                title={t("sites.empty")}
                advice={t("sites.emptyAdvice")}
              />
            </Pane>
          ) : (
            sites.map((site) => (
              <SiteCard
                key={site.id}
                site={site}
                onEdit={() => setOpen({ kind: "form", site })}
                onSecret={showSecret}
              />
            ))
          )
        }
      </Loaded>
      {open.kind === "form" && (
        <SiteForm site={open.site} onClose={close} onSecret={showSecret} />
      )}
      {open.kind === "secret" && (
        <SigningSecret secret={open.secret} onClose={close} />
      )}
    </Page>
  );
}
