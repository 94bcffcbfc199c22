import { PasswordInput, Switch } from "@mantine/core";
import type { OidcProvider } from "@veche/contracts";
import { DialogForm } from "../../platform/kit/dialog-form.tsx";
import { useDraft } from "../../platform/kit/use-draft.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import {
  draftOf,
  fieldsOf,
  problemsIn,
  type ProviderDraft,
  type ProviderProblems,
} from "./provider-draft.ts";
import { providersKey } from "./providers-key.ts";
import { RoleRules } from "./role-rules.tsx";
import { useWaySaving } from "./use-way-saving.ts";
import { AccountFields, WayLine } from "./way-fields.tsx";
import styles from "./company-sign-in.module.css";

interface ProviderFormProps {
  /** Undefined: a new one. */
  readonly provider: OidcProvider | undefined;
  readonly onClose: () => void;
}

function useSaving({ provider, onClose }: ProviderFormProps) {
  const { t } = useTexts();
  const rest = useRest();
  return useWaySaving({
    save: (draft: ProviderDraft) => {
      const body = fieldsOf(draft, provider ?? { isOff: false });
      if (provider === undefined) return rest("createOidcProvider", { body });
      const params = { providerId: provider.id };
      return rest("updateOidcProvider", { params, body });
    },
    said: t("saved"),
    queryKey: providersKey,
    onClose,
  });
}

interface FieldsProps {
  readonly draft: ProviderDraft;
  readonly problems: ProviderProblems;
  readonly change: (part: Partial<ProviderDraft>) => void;
}

type LineField = "name" | "issuer" | "clientId" | "scopes";
type ClaimField = "login" | "personName" | "email";

function Line({
  field,
  draft,
  problems,
  change,
}: FieldsProps & { readonly field: LineField | ClaimField }) {
  const { t } = useTexts();
  const problem = problems[field];
  return (
    <WayLine
      label={t(`company.${field}`)}
      hint={
        field === "login" || field === "personName" || field === "email"
          ? undefined
          : t(`company.${field}Hint`)
      }
      isFirst={field === "name"}
      value={draft[field]}
      problem={problem && t(problem)}
      onChange={(value) => change({ [field]: value })}
    />
  );
}

function Secret({
  draft,
  problems,
  change,
  isKept,
}: FieldsProps & { readonly isKept: boolean }) {
  const { t } = useTexts();
  return (
    <PasswordInput
      label={t("company.clientSecret")}
      description={t(isKept ? "company.secretKept" : "company.secretHint")}
      autoComplete="off"
      value={draft.clientSecret}
      error={problems.clientSecret !== undefined && t(problems.clientSecret)}
      onChange={(event) => change({ clientSecret: event.currentTarget.value })}
    />
  );
}

function Accounts({ draft, change }: FieldsProps) {
  const { t } = useTexts();
  return (
    <>
      <AccountFields
        draft={draft}
        words={(matches) => t(`company.matches.${matches}`)}
        hint={t(`company.matches.${draft.matches}.hint`)}
        change={change}
      />
      <Switch
        label={t("company.endsSession")}
        description={t("company.endsSessionHint")}
        checked={draft.endsCompanySession}
        onChange={(event) =>
          change({ endsCompanySession: event.currentTarget.checked })
        }
      />
    </>
  );
}

/** A provider of the company, new or changed. */
export function ProviderForm(props: ProviderFormProps) {
  const { t } = useTexts();
  const { provider, onClose } = props;
  const save = useSaving(props);
  const { submit, ...fields } = useDraft({
    first: () => draftOf(provider),
    problemsOf: problemsIn(provider),
    save: save.mutate,
  });
  return (
    <DialogForm
      title={provider?.name ?? t("company.add")}
      words={t(provider === undefined ? "company.create" : "action.save")}
      isBusy={save.isPending}
      onClose={onClose}
      onSubmit={submit}
    >
      <Line field="name" {...fields} />
      <Line field="issuer" {...fields} />
      <Line field="clientId" {...fields} />
      <Secret {...fields} isKept={provider?.hasSecret === true} />
      <Line field="scopes" {...fields} />
      <fieldset className={styles["group"]}>
        <legend>{t("company.claims")}</legend>
        <Line field="login" {...fields} />
        <Line field="personName" {...fields} />
        <Line field="email" {...fields} />
      </fieldset>
      <Accounts {...fields} />
      <RoleRules {...fields} />
    </DialogForm>
  );
}
