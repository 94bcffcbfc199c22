import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { WebhookEndpoint } from "@veche/contracts";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { Question } from "../../platform/kit/question.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { nameOf } from "./webhook-draft.ts";
import { webhooksKey } from "./webhooks-key.ts";

interface RemoveWebhookProps {
  readonly endpoint: WebhookEndpoint;
  readonly onClose: () => void;
}

export function RemoveWebhook({ endpoint, onClose }: RemoveWebhookProps) {
  const texts = useTexts();
  const { t } = texts;
  const rest = useRest();
  const queries = useQueryClient();
  const name = nameOf(endpoint);
  const remove = useMutation({
    mutationFn: () =>
      rest("deleteWebhookEndpoint", { params: { endpointId: endpoint.id } }),
    onSuccess: () => {
      notifyDone(texts, t("hooks.removed", { name }));
      onClose();
      return queries.invalidateQueries({ queryKey: webhooksKey });
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
  return (
    <Question
      title={t("hooks.removeQuestion", { name })}
      advice={t("hooks.removeAdvice")}
      yes={t("hooks.remove")}
      isBusy={remove.isPending}
      onYes={() => remove.mutate()}
      onClose={onClose}
    />
  );
}
