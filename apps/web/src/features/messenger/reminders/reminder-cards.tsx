import { Button } from "@mantine/core";
import type { Reminder } from "@veche/contracts";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { iconAlarm } from "../icons.ts";
import styles from "./reminders.module.css";

interface ReminderCardsProps {
  readonly reminders: readonly Reminder[];
  readonly onShow: (reminder: Reminder) => void;
  readonly onDone: (reminder: Reminder) => void;
}

/** Reminders whose time has come, until they are done with (C17). */
export function ReminderCards({
  reminders,
  onShow,
  onDone,
}: ReminderCardsProps) {
  const { t } = useTexts();
  return (
    <section
      className={styles["cards"]}
      aria-label={t("reminders.title")}
      aria-live="polite"
    >
      {reminders.map((reminder) => {
        const { reminderId, authorName, message } = reminder;
        return (
          <article key={reminderId} className={styles["card"]}>
            <h3>
              <Icon paths={iconAlarm} size={16} />
              {t("reminders.fired")}
            </h3>
            <p className={styles["words"]}>
              <strong>{authorName}</strong>{" "}
              {message.body === ""
                ? t("msg.attachment")
                : message.body.slice(0, 140)}
            </p>
            <div className={styles["buttons"]}>
              <Button size="compact-sm" onClick={() => onShow(reminder)}>
                {t("reminders.show")}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => onDone(reminder)}
              >
                {t("reminders.done")}
              </Button>
            </div>
          </article>
        );
      })}
    </section>
  );
}
