import {
  Button,
  Modal,
  SegmentedControl,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Application } from "@veche/contracts";
import { useState } from "react";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
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
import styles from "./applications.module.css";

interface ApplicationFormProps {
  /** Undefined: a new one. */
  readonly application: Application | undefined;
  readonly onClose: () => void;
  readonly onSecret: (secret: string) => void;
}

function useSaving({ application, onClose, onSecret }: ApplicationFormProps) {
  const texts = useTexts();
  const rest = useRest();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (draft: ApplicationDraft) => {
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
    onSuccess: (secret) => {
      if (secret === undefined) {
        notifyDone(texts, texts.t("saved"));
        onClose();
      } else onSecret(secret);
      return queries.invalidateQueries({ queryKey: applicationsKey });
    },
    onError: (failure) => notifyFailure(texts, failure),
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
    <div className={styles["choice"]}>
      <span>{t("apps.matching")}</span>
      <SegmentedControl
        aria-label={t("apps.matching")}
        value={draft.matchUsersBy}
        onChange={(matchUsersBy) => change({ matchUsersBy })}
        data={(["email", "login", "id"] as const).map((value) => ({
          value,
          label: t(`apps.matching.${value}`),
        }))}
      />
      <span className={styles["hint"]}>{t("apps.matchingHint")}</span>
    </div>
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
  const [draft, setDraft] = useState(() => draftOf(application));
  const [problems, setProblems] = useState<ApplicationProblems>({});
  const save = useSaving(props);
  const submit = () => {
    const found = problemsOf(draft);
    setProblems(found);
    if (Object.keys(found).length === 0) save.mutate(draft);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={application?.name ?? t("apps.add")}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <form
        className={styles["form"]}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Fields
          draft={draft}
          isNew={isNew}
          problems={problems}
          change={(part) => setDraft((present) => ({ ...present, ...part }))}
        />
        <div className={styles["end"]}>
          <Button variant="default" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t(isNew ? "apps.create" : "action.save")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
