import { NativeSelect, Switch } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { SignInPolicy, User, UserId } from "@veche/contracts";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { useMe } from "../../platform/me.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { policyKey } from "./policy-key.ts";
import styles from "./sign-in-rules.module.css";

const noUsers: readonly User[] = [];

function useAdministrators(): readonly User[] {
  const rest = useRest();
  const { data } = useQuery({
    queryKey: ["administrators"],
    queryFn: ({ signal }) => rest("listUsers", { signal }),
    select: ({ users }) =>
      users.filter(
        ({ roles, disabledAt }) =>
          disabledAt === null && roles.includes("admin"),
      ),
  });
  return data ?? noUsers;
}

/** Somebody of the company's says who people are. */
function useHasProvider(): boolean {
  const rest = useRest();
  const providers = useQuery({
    queryKey: ["oidc-providers"],
    queryFn: ({ signal }) => rest("listOidcProviders", { signal }),
  });
  const directories = useQuery({
    queryKey: ["ldap-directories"],
    queryFn: ({ signal }) => rest("listLdapDirectories", { signal }),
  });
  return [providers.data, directories.data].some((list) =>
    list?.items.some(({ isOff }) => !isOff),
  );
}

function useSaving(policy: SignInPolicy) {
  const texts = useTexts();
  const rest = useRest();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (companyOnly: SignInPolicy["companyOnly"]) =>
      rest("updateSignInPolicy", { body: { ...policy, companyOnly } }),
    onSuccess: (saved) => {
      client.setQueryData(policyKey, saved);
      notifyDone(texts, texts.t("saved"));
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
}

function Emergency({
  emergencyUserId,
  onChoose,
}: {
  readonly emergencyUserId: UserId;
  readonly onChoose: (userId: UserId) => void;
}) {
  const { t } = useTexts();
  const administrators = useAdministrators();
  return (
    <NativeSelect
      label={t("signInRules.emergency")}
      value={emergencyUserId}
      data={administrators.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={({ currentTarget: { value } }) => {
        const chosen = administrators.find(({ id }) => id === value);
        if (chosen !== undefined) onChoose(chosen.id);
      }}
    />
  );
}

/** Everybody comes through the company; one administrator has a password for the day it is down. */
export function CompanyOnly({ policy }: { readonly policy: SignInPolicy }) {
  const { t } = useTexts();
  const me = useMe();
  const hasProvider = useHasProvider();
  const saving = useSaving(policy);
  const { companyOnly } = policy;
  return (
    <div className={styles["form"]}>
      <div className={styles["company"]}>
        <Switch
          label={t("signInRules.company")}
          description={t(
            hasProvider || companyOnly !== null
              ? "signInRules.companyLead"
              : "signInRules.companyNone",
          )}
          checked={companyOnly !== null}
          disabled={saving.isPending || (!hasProvider && companyOnly === null)}
          onChange={(event) =>
            saving.mutate(
              event.currentTarget.checked ? { emergencyUserId: me.id } : null,
            )
          }
        />
        {companyOnly !== null && (
          <Emergency
            {...companyOnly}
            onChoose={(emergencyUserId) => saving.mutate({ emergencyUserId })}
          />
        )}
      </div>
    </div>
  );
}
