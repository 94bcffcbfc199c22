import { Button } from "@mantine/core";
import { Chip } from "../../platform/kit/chip.tsx";
import { useServices } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { pauseEnds } from "./pause-ends.ts";
import type { RulesProps } from "./rules-props.ts";
import styles from "./notifications.module.css";

/** Nothing at all for a while. */
export function DoNotDisturb({ settings, onChange }: RulesProps) {
  const texts = useTexts();
  const { t } = texts;
  const { powers } = useServices();
  const { doNotDisturbUntil: until } = settings;
  const nowMs = powers.nowMs();
  const isPaused = until !== null && Date.parse(until) > nowMs;
  return (
    <div className={styles["form"]}>
      <div className={styles["row"]}>
        {isPaused ? (
          <>
            <Chip tone="caution">
              {t("notify.pausedUntil", { when: texts.dateTime(until) })}
            </Chip>
            <Button
              variant="default"
              onClick={() => onChange({ doNotDisturbUntil: null })}
            >
              {t("notify.resume")}
            </Button>
          </>
        ) : (
          pauseEnds(nowMs).map(({ key, atMs }) => (
            <Button
              key={key}
              variant="default"
              onClick={() =>
                onChange({ doNotDisturbUntil: new Date(atMs).toISOString() })
              }
            >
              {t(`notify.pauseFor.${key}`)}
            </Button>
          ))
        )}
      </div>
      <p className={styles["quiet"]}>{t("notify.pauseAdvice")}</p>
    </div>
  );
}
