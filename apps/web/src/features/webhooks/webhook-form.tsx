import { Checkbox, Switch, TextInput } from "@mantine/core";
import { webhookEventTypes, type WebhookEndpoint } from "@veche/contracts";
import { DialogForm } from "../../platform/kit/dialog-form.tsx";
import { useDraft } from "../../platform/kit/use-draft.ts";
import { useSecretSaving } from "../../platform/kit/use-secret-saving.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import {
  draftOf,
  fieldsOf,
  nameOf,
  problemsOf,
  type WebhookDraft,
  type WebhookProblems,
} from "./webhook-draft.ts";
import { webhooksKey } from "./webhooks-key.ts";
import styles from "./webhooks.module.css";

interface WebhookFormProps {
  /** Undefined: a new one. */
  readonly endpoint: WebhookEndpoint | undefined;
  readonly onClose: () => void;
  readonly onSecret: (secret: string) => void;
}

function useSaving({ endpoint, ...after }: WebhookFormProps) {
  const rest = useRest();
  return useSecretSaving({
    ...after,
    queryKey: webhooksKey,
    save: async (draft: WebhookDraft) => {
      const body = fieldsOf(draft);
      if (endpoint === undefined)
        return (await rest("createWebhookEndpoint", { body })).secret;
      await rest("updateWebhookEndpoint", {
        params: { endpointId: endpoint.id },
        body: { ...body, isOff: endpoint.off !== null },
      });
      return undefined;
    },
  });
}

interface FieldsProps {
  readonly draft: WebhookDraft;
  readonly problems: WebhookProblems;
  readonly change: (part: Partial<WebhookDraft>) => void;
}

function Events({ draft, problems, change }: FieldsProps) {
  const { t } = useTexts();
  const { hearsAll, eventTypes } = draft;
  const toggle = (type: (typeof webhookEventTypes)[number]) =>
    change({
      eventTypes: eventTypes.includes(type)
        ? eventTypes.filter((one) => one !== type)
        : [...eventTypes, type],
    });
  return (
    <fieldset className={styles["events"]}>
      <legend>{t("hooks.events")}</legend>
      <Switch
        label={t("hooks.allEvents")}
        checked={hearsAll}
        onChange={(event) => change({ hearsAll: event.currentTarget.checked })}
      />
      {!hearsAll && (
        <div className={styles["choices"]}>
          {webhookEventTypes.map((type) => (
            <Checkbox
              key={type}
              label={t(`hooks.event.${type}`)}
              description={type}
              checked={eventTypes.includes(type)}
              onChange={() => toggle(type)}
            />
          ))}
        </div>
      )}
      {problems.eventTypes !== undefined && (
        <p role="alert" className={styles["problem"]}>
          {t(problems.eventTypes)}
        </p>
      )}
    </fieldset>
  );
}

function Fields({ draft, problems, change }: FieldsProps) {
  const { t } = useTexts();
  return (
    <>
      <TextInput
        label={t("hooks.url")}
        description={t("hooks.urlHint")}
        placeholder="https://"
        data-autofocus
        value={draft.url}
        error={problems.url !== undefined && t(problems.url)}
        onChange={(event) => change({ url: event.currentTarget.value })}
      />
      <TextInput
        label={t("hooks.description")}
        description={t("hooks.descriptionHint")}
        maxLength={200}
        value={draft.description}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      <Events draft={draft} problems={problems} change={change} />
    </>
  );
}

/** An endpoint, new or changed. */
export function WebhookForm(props: WebhookFormProps) {
  const { t } = useTexts();
  const { endpoint, onClose } = props;
  const save = useSaving(props);
  const { submit, ...fields } = useDraft({
    first: () => draftOf(endpoint),
    problemsOf,
    save: save.mutate,
  });
  return (
    <DialogForm
      title={endpoint === undefined ? t("hooks.add") : nameOf(endpoint)}
      words={t(endpoint === undefined ? "hooks.create" : "action.save")}
      isBusy={save.isPending}
      onClose={onClose}
      onSubmit={submit}
    >
      <Fields {...fields} />
    </DialogForm>
  );
}
