import { Select } from "@mantine/core";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { RulesProps } from "./rules-props.ts";
import styles from "./notifications.module.css";

const minuteMs = 60_000;
const delays = [15, 60, 240, 1_440].map((minutes) => minutes * minuteMs);
const never = "never";

interface DigestProps extends RulesProps {
  /** Null: no letter can be sent. */
  readonly address: string | null;
}

/** Letters about what was said to me and stayed unread. */
export function Digest({ settings, onChange, address }: DigestProps) {
  const { t } = useTexts();
  const { digestDelayMs } = settings;
  const known =
    digestDelayMs === null || delays.includes(digestDelayMs)
      ? delays
      : [...delays, digestDelayMs].sort((one, other) => one - other);
  const wordsOf = (ms: number) =>
    ms < 60 * minuteMs
      ? t("notify.mailAfterMinutes", { count: Math.round(ms / minuteMs) })
      : t("notify.mailAfterHours", { count: Math.round(ms / 60 / minuteMs) });
  return (
    <div className={styles["form"]}>
      <Select
        label={t("notify.mailWhen")}
        allowDeselect={false}
        maw={360}
        disabled={address === null}
        value={digestDelayMs === null ? never : String(digestDelayMs)}
        onChange={(value) =>
          onChange({ digestDelayMs: value === never ? null : Number(value) })
        }
        data={[
          ...known.map((ms) => ({ value: String(ms), label: wordsOf(ms) })),
          { value: never, label: t("notify.mailNever") },
        ]}
      />
      <p className={styles["quiet"]}>
        {address === null
          ? t("notify.mailNowhere")
          : t("notify.mailTo", { address })}
      </p>
    </div>
  );
}
