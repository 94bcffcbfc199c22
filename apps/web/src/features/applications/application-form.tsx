import { Textarea, TextInput } from "@mantine/core";
import type { Application } from "@veche/contracts";
import { Choice } from "../../platform/kit/choice.tsx";
import { DialogForm } from "../../platform/kit/dialog-form.tsx";
import { useDraft } from "../../platform/kit/use-draft.ts";
import { useSecretSaving } from "../../platform/kit/use-secret-saving.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import {
  draftOf,
  fieldsOf,
  problemsOf,
  type ApplicationDraft,
  type ApplicationProblems,
} from "./application-draft.ts";
import { applicationsKey } from "./applications-key.ts";

interface ApplicationFormProps {
  /** Undefined: a new one. */
  readonly application: Application | undefined;
  readonly onClose: () => void;
  readonly onSecret: (secret: string) => void;
}

function useSaving({ application, ...after }: ApplicationFormProps) {
  const rest = useRest();
  return useSecretSaving({
    ...after,
    queryKey: applicationsKey,
    save: async (draft: ApplicationDraft) => {
      const fields = fieldsOf(draft);
      if (application === undefined) {
        const body = { ...fields, key: draft.key.trim() };
        return (await rest("createApplication", { body })).secret;
      }
      await rest("updateApplication", {
        params: { applicationId: application.id },
        body: { ...fields, isDisabled: application.disabledAt !== null },
      });
      return undefined;
    },
  });
}

interface FieldsProps {
  readonly draft: ApplicationDraft;
  readonly isNew: boolean;
  readonly problems: ApplicationProblems;
  readonly change: (part: Partial<ApplicationDraft>) => void;
}

function Matching({ draft, change }: Pick<FieldsProps, "draft" | "change">) {
  const { t } = useTexts();
  return (
    <Choice
      label={t("apps.matching")}
      hint={t("apps.matchingHint")}
      value={draft.matchUsersBy}
      onChange={(matchUsersBy) => change({ matchUsersBy })}
      options={(["email", "login", "id"] as const).map((value) => ({
        value,
        label: t(`apps.matching.${value}`),
      }))}
    />
  );
}

function Fields({ draft, isNew, problems, change }: FieldsProps) {
  const { t } = useTexts();
  const errorOf = (field: keyof ApplicationProblems) =>
    problems[field] !== undefined && t(problems[field]);
  return (
    <>
      <TextInput
        label={t("apps.name")}
        data-autofocus
        value={draft.name}
        error={errorOf("name")}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t("apps.key")}
        description={t("apps.keyHint")}
        disabled={!isNew}
        value={draft.key}
        error={isNew && errorOf("key")}
        onChange={(event) => change({ key: event.currentTarget.value })}
      />
      <Textarea
        label={t("apps.origins")}
        description={t("apps.originsHint")}
        autosize
        minRows={2}
        value={draft.origins}
        error={errorOf("origins")}
        onChange={(event) => change({ origins: event.currentTarget.value })}
      />
      <Matching draft={draft} change={change} />
      <TextInput
        label={t("apps.webhook")}
        description={t("apps.webhookHint")}
        placeholder="https://"
        value={draft.webhookUrl}
        error={errorOf("webhookUrl")}
        onChange={(event) => change({ webhookUrl: event.currentTarget.value })}
      />
    </>
  );
}

export function ApplicationForm(props: ApplicationFormProps) {
  const { t } = useTexts();
  const { application, onClose } = props;
  const isNew = application === undefined;
  const save = useSaving(props);
  const form = useDraft({
    first: () => draftOf(application),
    problemsOf,
    save: save.mutate,
  });
  return (
    <DialogForm
      title={application?.name ?? t("apps.add")}
      words={t(isNew ? "apps.create" : "action.save")}
      isBusy={save.isPending}
      onClose={onClose}
      onSubmit={form.submit}
    >
      <Fields {...form} isNew={isNew} />
    </DialogForm>
  );
}
