import { Checkbox, Switch } from "@mantine/core";
import { notificationCauses, type NotificationCause } from "@veche/contracts";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { RulesProps } from "./rules-props.ts";
import styles from "./notifications.module.css";

/** Whoever hears every message hears those that name them. */
const namings: readonly NotificationCause[] = [
  "mention",
  "mention_all",
  "reply",
];

/** What there is to be told of, and how much of it stands on the screen. */
export function Causes({ settings, onChange }: RulesProps) {
  const { t } = useTexts();
  const { causes } = settings;
  const hasAll = causes.includes("message");
  const toggle = (cause: NotificationCause) =>
    onChange({
      causes: notificationCauses.filter(
        (one) => (one === cause) !== causes.includes(one),
      ),
    });
  return (
    <div className={styles["form"]}>
      {notificationCauses.map((cause) => {
        const isImplied = hasAll && namings.includes(cause);
        return (
          <Checkbox
            key={cause}
            label={t(`notify.cause.${cause}`)}
            checked={isImplied || causes.includes(cause)}
            disabled={isImplied}
            onChange={() => toggle(cause)}
          />
        );
      })}
      <p className={styles["quiet"]}>{t("notify.causesAdvice")}</p>
      <Switch
        label={t("notify.showsText")}
        description={t("notify.showsTextAdvice")}
        checked={settings.showsText}
        onChange={({ currentTarget }) =>
          onChange({ showsText: currentTarget.checked })
        }
      />
    </div>
  );
}
