import { useQuery } from "@tanstack/react-query";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { Page, Pane } from "../../platform/kit/page.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { EraseAccount } from "./erase-account.tsx";
import { ErasurePolicySwitch } from "./erasure-policy-switch.tsx";
import { retentionKey } from "./privacy-keys.ts";
import { RetentionForm } from "./retention-form.tsx";

/** How long what is said is kept, and how accounts are deleted. */
export function PrivacyPage() {
  const { t } = useTexts();
  const rest = useRest();
  const query = useQuery({
    queryKey: retentionKey,
    queryFn: ({ signal }) => rest("getRetention", { signal }),
  });
  return (
    <Page title={t("privacy.title")} lead={t("privacy.lead")}>
      <Pane title={t("privacy.retention")}>
        <Loaded query={query}>
          {(rules) => <RetentionForm rules={rules} />}
        </Loaded>
      </Pane>
      <Pane title={t("privacy.erasure")}>
        <ErasurePolicySwitch />
        <EraseAccount />
      </Pane>
    </Page>
  );
}
