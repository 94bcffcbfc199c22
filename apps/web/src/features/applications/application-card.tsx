import { Button, Switch } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Application } from "@veche/contracts";
import { iconKey, iconPencil, iconTrash } from "@veche/ui";
import { Chip } from "../../platform/kit/chip.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { ItemCard } from "../../platform/kit/item-card.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { applicationsKey } from "./applications-key.ts";
import styles from "./applications.module.css";

/** What an administrator may open from an application's card. */
export type ApplicationPart =
  "form" | "rotate" | "remove" | "deliveries" | "kinds";

interface ApplicationCardProps {
  readonly application: Application;
  readonly onOpen: (part: ApplicationPart) => void;
}

function useSwitching({ id, ...application }: Application) {
  const texts = useTexts();
  const rest = useRest();
  const queries = useQueryClient();
  const { name, origins, matchUsersBy, webhookUrl } = application;
  return useMutation({
    mutationFn: (isDisabled: boolean) =>
      rest("updateApplication", {
        params: { applicationId: id },
        body: { name, origins, matchUsersBy, webhookUrl, isDisabled },
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: applicationsKey }),
    onError: (failure) => notifyFailure(texts, failure),
  });
}

function OnSwitch({ application }: Pick<ApplicationCardProps, "application">) {
  const { t } = useTexts();
  const isOn = application.disabledAt === null;
  const switching = useSwitching(application);
  return (
    <Switch
      aria-label={t("apps.isOnOf", { name: application.name })}
      label={t(isOn ? "apps.on" : "apps.off")}
      checked={isOn}
      disabled={switching.isPending}
      onChange={(event) => switching.mutate(!event.currentTarget.checked)}
    />
  );
}

function Facts({ application }: Pick<ApplicationCardProps, "application">) {
  const { t } = useTexts();
  const { origins, matchUsersBy, webhookUrl } = application;
  return (
    <dl className={styles["facts"]}>
      <div>
        <dt>{t("apps.origins")}</dt>
        <dd className={styles["chips"]}>
          {origins.length === 0
            ? t("apps.noOrigins")
            : origins.map((origin) => <Chip key={origin}>{origin}</Chip>)}
        </dd>
      </div>
      <div>
        <dt>{t("apps.matching")}</dt>
        <dd>{t(`apps.matching.${matchUsersBy}`)}</dd>
      </div>
      <div>
        <dt>{t("apps.webhook")}</dt>
        <dd>{webhookUrl ?? t("apps.noWebhook")}</dd>
      </div>
    </dl>
  );
}

/** A business application as the administrator sees it. */
export function ApplicationCard({ application, onOpen }: ApplicationCardProps) {
  const { t } = useTexts();
  return (
    <ItemCard
      name={application.name}
      detail={<code>{application.key}</code>}
      actions={<OnSwitch application={application} />}
    >
      <Facts application={application} />
      <div className={styles["buttons"]}>
        <Button
          variant="default"
          leftSection={<Icon paths={iconPencil} size={16} />}
          onClick={() => onOpen("form")}
        >
          {t("apps.edit")}
        </Button>
        <Button variant="default" onClick={() => onOpen("kinds")}>
          {t("apps.kinds")}
        </Button>
        {application.webhookUrl !== null && (
          <Button variant="default" onClick={() => onOpen("deliveries")}>
            {t("apps.deliveries")}
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<Icon paths={iconKey} size={16} />}
          onClick={() => onOpen("rotate")}
        >
          {t("apps.rotate")}
        </Button>
        <Button
          variant="subtle"
          color="red"
          leftSection={<Icon paths={iconTrash} size={16} />}
          onClick={() => onOpen("remove")}
        >
          {t("apps.remove")}
        </Button>
      </div>
    </ItemCard>
  );
}
