import { Button } from "@mantine/core";
import type { CallMedia } from "@veche/contracts";
import { iconDevices, iconMessage, iconPhone, iconVideo } from "@veche/ui";
import type { ReactNode } from "react";
import { EmptyState } from "../../platform/kit/empty-state.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./call.module.css";

interface CallElsewhereProps {
  readonly end: ReactNode;
  readonly onTakeOver: () => Promise<void>;
}

/** The call goes on in another window of mine. */
export function CallElsewhere({ end, onTakeOver }: CallElsewhereProps) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <div className={styles["notice"]}>
      <EmptyState
        icon={iconDevices}
        title={t("session.elsewhere")}
        advice={t("session.elsewhereAdvice")}
        action={
          <div className={styles["choices"]}>
            <Button
              size="md"
              onClick={() =>
                void onTakeOver().catch((failure: unknown) =>
                  notifyFailure(texts, failure),
                )
              }
            >
              {t("session.takeOver")}
            </Button>
            {end}
          </div>
        }
      />
    </div>
  );
}

interface NoCallProps {
  readonly name: string;
  readonly onCall: (media: CallMedia) => Promise<void>;
  readonly end: ReactNode;
}

/** A chat without a call: one can be started from here. */
export function NoCall({ name, onCall, end }: NoCallProps) {
  const texts = useTexts();
  const { t } = texts;
  const call = (media: CallMedia) =>
    void onCall(media).catch((failure: unknown) =>
      notifyFailure(texts, failure),
    );
  return (
    <div className={styles["notice"]}>
      <EmptyState
        icon={iconMessage}
        title={t("session.noCall", { name })}
        advice={t("session.noCallAdvice")}
        action={
          <div className={styles["choices"]}>
            <Button
              leftSection={<Icon paths={iconVideo} />}
              onClick={() => call("video")}
            >
              {t("session.callVideo")}
            </Button>
            <Button
              variant="default"
              leftSection={<Icon paths={iconPhone} />}
              onClick={() => call("audio")}
            >
              {t("session.callAudio")}
            </Button>
            {end}
          </div>
        }
      />
    </div>
  );
}
