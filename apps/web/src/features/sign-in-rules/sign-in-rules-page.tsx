import { Checkbox } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Role, SignInPolicy } from "@veche/contracts";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { Page, Pane } from "../../platform/kit/page.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { CompanyOnly } from "./company-only.tsx";
import { Networks } from "./networks.tsx";
import { policyKey } from "./policy-key.ts";
import styles from "./sign-in-rules.module.css";

const allRoles: readonly Role[] = [
  "admin",
  "supervisor",
  "operator",
  "employee",
];

function RoleBoxes({ policy }: { readonly policy: SignInPolicy }) {
  const texts = useTexts();
  const { t } = texts;
  const rest = useRest();
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: (secondFactorRoles: Role[]) =>
      rest("updateSignInPolicy", { body: { ...policy, secondFactorRoles } }),
    onSuccess: (saved) => {
      client.setQueryData(policyKey, saved);
      notifyDone(texts, t("saved"));
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
  return (
    <Checkbox.Group
      className={styles["form"] ?? ""}
      description={t("signInRules.secondLead")}
      aria-label={t("signInRules.second")}
      value={policy.secondFactorRoles}
      onChange={(chosen) =>
        saving.mutate(allRoles.filter((role) => chosen.includes(role)))
      }
    >
      <div className={styles["roles"]}>
        {allRoles.map((role) => (
          <Checkbox
            key={role}
            value={role}
            disabled={saving.isPending}
            label={t(`role.${role}`)}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}

/** What people need to get in. */
export function SignInRulesPage() {
  const { t } = useTexts();
  const rest = useRest();
  const query = useQuery({
    queryKey: policyKey,
    queryFn: ({ signal }) => rest("getSignInPolicy", { signal }),
  });
  return (
    <Page title={t("signInRules.title")} lead={t("signInRules.lead")}>
      <Pane title={t("signInRules.second")}>
        <Loaded query={query}>
          {(policy) => <RoleBoxes policy={policy} />}
        </Loaded>
      </Pane>
      <Pane title={t("signInRules.company")}>
        <Loaded query={query}>
          {(policy) => <CompanyOnly policy={policy} />}
        </Loaded>
      </Pane>
      <Pane title={t("networks.title")}>
        <Networks />
      </Pane>
    </Page>
  );
}
