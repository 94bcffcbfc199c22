import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Application, WebhookDelivery } from "@veche/contracts";
import { createFormats } from "@veche/ui";
import { Chip } from "../../platform/kit/chip.tsx";
import { Dialog } from "../../platform/kit/dialog.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { Table } from "../../platform/kit/table.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { webhookKey } from "./applications-key.ts";
import { isTaken, WebhookWords } from "./webhook-words.tsx";
import styles from "./applications.module.css";

function DeliveryRow({ delivery }: { readonly delivery: WebhookDelivery }) {
  const { t, language } = useTexts();
  const { at, kind, firstNumber, lastNumber, status, tookMs } = delivery;
  const numbers =
    firstNumber === lastNumber
      ? String(firstNumber)
      : `${String(firstNumber)}–${String(lastNumber)}`;
  return (
    <tr>
      <td>{createFormats(language).dateTime(at)}</td>
      <td>
        {kind === "test" || firstNumber === null
          ? t("apps.delivery.test")
          : t("apps.delivery.events", { numbers })}
      </td>
      <td>
        <Chip tone={isTaken(delivery) ? "positive" : "danger"}>
          {status === null ? t("apps.delivery.silent") : String(status)}
        </Chip>
      </td>
      <td>{t("apps.delivery.ms", { count: tookMs })}</td>
    </tr>
  );
}

function DeliveryTable({
  deliveries,
}: {
  readonly deliveries: readonly WebhookDelivery[];
}) {
  const { t } = useTexts();
  if (deliveries.length === 0)
    return <p className={styles["text"]}>{t("apps.delivery.none")}</p>;
  return (
    <Table
      name={t("apps.deliveries")}
      columns={[
        { key: "at", title: t("apps.delivery.at") },
        { key: "what", title: t("apps.delivery.what") },
        { key: "answer", title: t("apps.delivery.answer") },
        { key: "took", title: t("apps.delivery.took") },
      ]}
    >
      {deliveries.map((delivery, at) => (
        <DeliveryRow key={`${delivery.at} ${String(at)}`} delivery={delivery} />
      ))}
    </Table>
  );
}

interface DeliveriesProps {
  readonly application: Application;
  readonly onClose: () => void;
}

/** Asks the webhook now, and says how it answered. */
function useTest({ id }: Application) {
  const texts = useTexts();
  const rest = useRest();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => rest("testWebhook", { params: { applicationId: id } }),
    onSuccess: (delivery) => {
      if (isTaken(delivery)) notifyDone(texts, texts.t("apps.testTaken"));
    },
    onError: (failure) => notifyFailure(texts, failure),
    onSettled: () => queries.invalidateQueries({ queryKey: webhookKey(id) }),
  });
}

/** What was posted to an application's webhook and how it answered. */
export function Deliveries({ application, onClose }: DeliveriesProps) {
  const { t } = useTexts();
  const rest = useRest();
  const test = useTest(application);
  const query = useQuery({
    queryKey: webhookKey(application.id),
    queryFn: ({ signal }) =>
      rest("getWebhook", { params: { applicationId: application.id }, signal }),
    refetchInterval: 5_000,
  });
  return (
    <Dialog
      size="xl"
      onClose={onClose}
      title={t("apps.deliveriesOf", { name: application.name })}
    >
      <div className={styles["form"]}>
        <code className={styles["address"]}>{application.webhookUrl}</code>
        <Loaded query={query}>
          {(state) => (
            <>
              <p className={styles["text"]}>
                <WebhookWords state={state} />
              </p>
              <DeliveryTable deliveries={state.deliveries} />
            </>
          )}
        </Loaded>
        <div className={styles["end"]}>
          <Button loading={test.isPending} onClick={() => test.mutate()}>
            {t("apps.test")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
