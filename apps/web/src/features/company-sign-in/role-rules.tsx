import { Switch, TextInput } from "@mantine/core";
import { RuleRows } from "../../platform/kit/rule-rows.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { ProviderDraft, ProviderProblems } from "./provider-draft.ts";
import styles from "./company-sign-in.module.css";

interface RoleRulesProps {
  readonly draft: ProviderDraft;
  readonly problems: ProviderProblems;
  readonly change: (part: Partial<ProviderDraft>) => void;
}

/** Which values at the provider mean which roles here. */
export function RoleRules({ draft, problems, change }: RoleRulesProps) {
  const { t } = useTexts();
  const { hasRoles, rolesClaim, roleRules } = draft;
  return (
    <fieldset className={styles["group"]}>
      <legend>{t("company.roles")}</legend>
      <Switch
        label={t("company.hasRoles")}
        description={t("company.hasRolesHint")}
        checked={hasRoles}
        onChange={(event) => change({ hasRoles: event.currentTarget.checked })}
      />
      {hasRoles && (
        <>
          <TextInput
            label={t("company.rolesClaim")}
            description={t("company.rolesClaimHint")}
            value={rolesClaim}
            error={problems.rolesClaim !== undefined && t(problems.rolesClaim)}
            onChange={(event) =>
              change({ rolesClaim: event.currentTarget.value })
            }
          />
          <RuleRows
            rules={roleRules}
            onChange={(next) => change({ roleRules: next })}
          />
        </>
      )}
    </fieldset>
  );
}
