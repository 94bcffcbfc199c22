import { Button, Switch } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { WebhookEndpoint } from "@veche/contracts";
import { createFormats, iconKey, iconPencil, iconTrash } from "@veche/ui";
import { Chip } from "../../platform/kit/chip.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { ItemCard } from "../../platform/kit/item-card.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { nameOf } from "./webhook-draft.ts";
import { webhooksKey } from "./webhooks-key.ts";
import styles from "./webhooks.module.css";

/** What an administrator may open from an endpoint's card. */
export type WebhookPart = "form" | "rotate" | "remove" | "messages";

interface WebhookCardProps {
  readonly endpoint: WebhookEndpoint;
  readonly onOpen: (part: WebhookPart) => void;
}

function OnSwitch({ endpoint }: Pick<WebhookCardProps, "endpoint">) {
  const texts = useTexts();
  const rest = useRest();
  const queries = useQueryClient();
  const { id, url, description, eventTypes, off } = endpoint;
  const switching = useMutation({
    mutationFn: (isOff: boolean) =>
      rest("updateWebhookEndpoint", {
        params: { endpointId: id },
        body: { url, description, eventTypes, isOff },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: webhooksKey }),
    onError: (failure) => notifyFailure(texts, failure),
  });
  return (
    <Switch
      aria-label={texts.t("hooks.isOnOf", { name: nameOf(endpoint) })}
      label={texts.t(off === null ? "hooks.on" : "hooks.off")}
      checked={off === null}
      disabled={switching.isPending}
      onChange={(event) => switching.mutate(!event.currentTarget.checked)}
    />
  );
}

/** How deliveries go, in words. */
function StateWords({ endpoint }: Pick<WebhookCardProps, "endpoint">) {
  const { t, language } = useTexts();
  const formats = createFormats(language);
  const { off, waitingCount, failingSince, nextAttemptAt } = endpoint;
  return (
    <div className={styles["row"]}>
      {off !== null && (
        <Chip tone={off.reason === "switched_off" ? "quiet" : "danger"}>
          {t(`hooks.off.${off.reason}`, { when: formats.dateTime(off.at) })}
        </Chip>
      )}
      {off === null && failingSince === null && (
        <Chip tone="positive">{t("hooks.fine")}</Chip>
      )}
      {off === null && failingSince !== null && (
        <Chip tone="danger">
          {t("hooks.failing", { when: formats.dateTime(failingSince) })}
        </Chip>
      )}
      {waitingCount > 0 && (
        <span>{t("hooks.waits", { count: waitingCount })}</span>
      )}
      {off === null && nextAttemptAt !== null && (
        <span>{t("hooks.next", { when: formats.time(nextAttemptAt) })}</span>
      )}
    </div>
  );
}

function Facts({ endpoint }: Pick<WebhookCardProps, "endpoint">) {
  const { t } = useTexts();
  const { eventTypes } = endpoint;
  return (
    <dl className={styles["facts"]}>
      <div>
        <dt>{t("hooks.events")}</dt>
        <dd className={styles["row"]}>
          {eventTypes.length === 0
            ? t("hooks.allEvents")
            : eventTypes.map((type) => <Chip key={type}>{type}</Chip>)}
        </dd>
      </div>
      <div>
        <dt>{t("hooks.state")}</dt>
        <dd>
          <StateWords endpoint={endpoint} />
        </dd>
      </div>
    </dl>
  );
}

/** Where a system is told what happens, as the administrator sees it. */
export function WebhookCard({ endpoint, onOpen }: WebhookCardProps) {
  const { t } = useTexts();
  const button = (part: WebhookPart, icon?: typeof iconKey) => (
    <Button
      variant={part === "remove" ? "subtle" : "default"}
      {...(part === "remove" && { color: "red" })}
      {...(icon !== undefined && {
        leftSection: <Icon paths={icon} size={16} />,
      })}
      onClick={() => onOpen(part)}
    >
      {t(part === "form" ? "hooks.edit" : `hooks.${part}`)}
    </Button>
  );
  return (
    <ItemCard
      name={nameOf(endpoint)}
      detail={<code className={styles["address"]}>{endpoint.url}</code>}
      actions={<OnSwitch endpoint={endpoint} />}
    >
      <Facts endpoint={endpoint} />
      <div className={styles["row"]}>
        {button("form", iconPencil)}
        {button("messages")}
        {button("rotate", iconKey)}
        {button("remove", iconTrash)}
      </div>
    </ItemCard>
  );
}
