import type { WebhookDelivery, WebhookState } from "@veche/contracts";
import { createFormats } from "@veche/ui";
import { Chip } from "../../platform/kit/chip.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";

export const isTaken = ({ status }: WebhookDelivery): boolean =>
  status !== null && status >= 200 && status <= 299;

/** How a webhook does: well, or since how many tries not, and when it is tried again. */
export function WebhookWords({ state }: { readonly state: WebhookState }) {
  const { t, language } = useTexts();
  const { failureCount, waitingCount, nextAttemptAt, deliveries } = state;
  const [last] = deliveries;
  if (last === undefined) return null;
  if (failureCount === 0 && !isTaken(last))
    return <Chip tone="caution">{t("apps.webhookMissed")}</Chip>;
  if (failureCount === 0)
    return <Chip tone="positive">{t("apps.webhookFine")}</Chip>;
  return (
    <>
      <Chip tone="danger">
        {t("apps.webhookFails", { count: failureCount })}
      </Chip>{" "}
      {t("apps.webhookWaits", { count: waitingCount })}{" "}
      {nextAttemptAt !== null &&
        t("apps.webhookNext", {
          when: createFormats(language).time(nextAttemptAt),
        })}
    </>
  );
}
