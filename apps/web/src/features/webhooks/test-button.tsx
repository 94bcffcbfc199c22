import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { WebhookAttempt, WebhookEndpoint } from "@veche/contracts";
import { Chip } from "../../platform/kit/chip.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";

/** How an endpoint answered a test, and what to do where it was not well. */
function Verdict({ status }: WebhookAttempt) {
  const { t } = useTexts();
  if (status === null)
    return <Chip tone="danger">{t("hooks.testSilent")}</Chip>;
  return status >= 200 && status <= 299 ? (
    <Chip tone="positive">{t("hooks.testTaken")}</Chip>
  ) : (
    <Chip tone="danger">{t("hooks.testMissed", { status })}</Chip>
  );
}

export function TestButton({
  endpoint,
}: {
  readonly endpoint: WebhookEndpoint;
}) {
  const texts = useTexts();
  const rest = useRest();
  const test = useMutation({
    mutationFn: () =>
      rest("testWebhookEndpoint", { params: { endpointId: endpoint.id } }),
    onError: (failure) => notifyFailure(texts, failure),
  });
  return (
    <>
      <Button
        variant="default"
        loading={test.isPending}
        onClick={() => test.mutate()}
      >
        {texts.t("hooks.test")}
      </Button>
      <span role="status">
        {test.data !== undefined && <Verdict {...test.data} />}
      </span>
    </>
  );
}
