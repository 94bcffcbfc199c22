import { PasswordInput, Switch } from "@mantine/core";
import type { LdapDirectory } from "@veche/contracts";
import { Choice } from "../../platform/kit/choice.tsx";
import { DialogForm } from "../../platform/kit/dialog-form.tsx";
import { RuleRows } from "../../platform/kit/rule-rows.tsx";
import { useDraft } from "../../platform/kit/use-draft.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { directoriesKey } from "./directories-key.ts";
import {
  draftOf,
  fieldsOf,
  kinds,
  problemsIn,
  type DirectoryDraft,
  type DirectoryProblems,
} from "./directory-draft.ts";
import { useWaySaving } from "./use-way-saving.ts";
import { AccountFields, WayLine } from "./way-fields.tsx";
import styles from "./company-sign-in.module.css";

interface DirectoryFormProps {
  /** Undefined: a new one. */
  readonly directory: LdapDirectory | undefined;
  readonly onClose: () => void;
}

function useSaving({ directory, onClose }: DirectoryFormProps) {
  const { t } = useTexts();
  const rest = useRest();
  return useWaySaving({
    save: (draft: DirectoryDraft) => {
      const body = fieldsOf(draft, directory ?? { isOff: false });
      if (directory === undefined) return rest("createLdapDirectory", { body });
      const params = { directoryId: directory.id };
      return rest("updateLdapDirectory", { params, body });
    },
    said: t("saved"),
    queryKey: directoriesKey,
    onClose,
  });
}

interface FieldsProps {
  readonly draft: DirectoryDraft;
  readonly problems: DirectoryProblems;
  readonly change: (part: Partial<DirectoryDraft>) => void;
}

type LineField =
  | "name"
  | "url"
  | "bindDn"
  | "base"
  | "userFilter"
  | "id"
  | "login"
  | "personName"
  | "email"
  | "groupsAttribute";

function Line({
  field,
  draft,
  problems,
  change,
}: FieldsProps & { readonly field: LineField }) {
  const { t } = useTexts();
  const problem = problems[field];
  return (
    <WayLine
      label={t(`directory.${field}`)}
      isFirst={field === "name"}
      value={draft[field]}
      problem={problem && t(problem)}
      onChange={(value) => change({ [field]: value })}
    />
  );
}

function Server(fields: FieldsProps & { readonly isKept: boolean }) {
  const { t } = useTexts();
  const { draft, problems, change, isKept } = fields;
  return (
    <>
      <Line field="url" {...fields} />
      <Switch
        label={t("directory.startsTls")}
        checked={draft.startsTls}
        onChange={(event) => change({ startsTls: event.currentTarget.checked })}
      />
      <Line field="bindDn" {...fields} />
      <PasswordInput
        label={t("directory.bindPassword")}
        {...(isKept && { description: t("company.secretKept") })}
        autoComplete="off"
        value={draft.bindPassword}
        error={problems.bindPassword !== undefined && t(problems.bindPassword)}
        onChange={(event) =>
          change({ bindPassword: event.currentTarget.value })
        }
      />
    </>
  );
}

/** Where people are, and what stands for what; the two usual kinds are filled in by a press. */
function People(fields: FieldsProps) {
  const { t } = useTexts();
  const { draft, change } = fields;
  const kind = draft.id === kinds.openldap.id ? "openldap" : "active_directory";
  return (
    <fieldset className={styles["group"]}>
      <legend>{t("directory.people")}</legend>
      <Choice
        label={t("directory.kind")}
        value={kind}
        options={(["active_directory", "openldap"] as const).map((value) => ({
          value,
          label: t(`directory.kind.${value}`),
        }))}
        onChange={(value) => change(kinds[value])}
      />
      <Line field="base" {...fields} />
      <Line field="userFilter" {...fields} />
      <Line field="id" {...fields} />
      <Line field="login" {...fields} />
      <Line field="personName" {...fields} />
      <Line field="email" {...fields} />
      <Line field="groupsAttribute" {...fields} />
    </fieldset>
  );
}

function Accounts({ draft, change }: FieldsProps) {
  const { t } = useTexts();
  return (
    <>
      <AccountFields
        draft={draft}
        words={(matches) =>
          t(
            matches === "verified_email"
              ? "directory.matchesEmail"
              : `company.matches.${matches}`,
          )
        }
        change={change}
      />
      <fieldset className={styles["group"]}>
        <legend>{t("company.roles")}</legend>
        <Switch
          label={t("directory.hasRoles")}
          description={t("company.hasRolesHint")}
          checked={draft.hasRoles}
          onChange={(event) =>
            change({ hasRoles: event.currentTarget.checked })
          }
        />
        {draft.hasRoles && (
          <RuleRows
            rules={draft.roleRules}
            onChange={(roleRules) => change({ roleRules })}
          />
        )}
      </fieldset>
    </>
  );
}

/** A directory of the company, new or changed. */
export function DirectoryForm(props: DirectoryFormProps) {
  const { t } = useTexts();
  const { directory, onClose } = props;
  const save = useSaving(props);
  const { submit, ...fields } = useDraft({
    first: () => draftOf(directory),
    problemsOf: problemsIn(directory),
    save: save.mutate,
  });
  return (
    <DialogForm
      title={directory?.name ?? t("directory.add")}
      words={t(directory === undefined ? "company.create" : "action.save")}
      isBusy={save.isPending}
      onClose={onClose}
      onSubmit={submit}
    >
      <Line field="name" {...fields} />
      <Server {...fields} isKept={directory !== undefined} />
      <People {...fields} />
      <Accounts {...fields} />
    </DialogForm>
  );
}
