import { Loaded } from "../../platform/kit/loaded.tsx";
import { Page, Pane } from "../../platform/kit/page.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { useQuery } from "@tanstack/react-query";
import { brandingKey } from "../../platform/branding/use-branding.ts";
import { useRest } from "../../platform/services.tsx";
import { BrandingForm } from "./branding-form.tsx";

/** The company's name, colour and logo, seen at once as they will be (B17). */
export function BrandingPage() {
  const { t } = useTexts();
  const rest = useRest();
  const query = useQuery({
    queryKey: brandingKey,
    queryFn: ({ signal }) => rest("getBranding", { signal }),
  });
  return (
    <Page title={t("branding.title")} lead={t("branding.lead")}>
      <Loaded query={query}>
        {(branding) => (
          <Pane>
            <BrandingForm branding={branding} />
          </Pane>
        )}
      </Loaded>
    </Page>
  );
}
