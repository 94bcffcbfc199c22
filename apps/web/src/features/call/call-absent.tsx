import { Button } from "@mantine/core";
import type { CallMedia } from "@veche/contracts";
import { iconDevices, iconMessage, iconPhone, iconVideo } from "@veche/ui";
import { EmptyState } from "../../platform/kit/empty-state.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./call.module.css";

/** The call goes on in another window of mine. */
export function CallElsewhere({
  onTakeOver,
}: {
  readonly onTakeOver: () => Promise<void>;
}) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <div className={styles["notice"]}>
      <EmptyState
        icon={iconDevices}
        title={t("session.elsewhere")}
        advice={t("session.elsewhereAdvice")}
        action={
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
        }
      />
    </div>
  );
}

interface NoCallProps {
  readonly name: string;
  readonly onCall: (media: CallMedia) => Promise<void>;
}

/** A chat without a call: one can be started from here. */
export function NoCall({ name, onCall }: NoCallProps) {
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
          <Button.Group>
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
          </Button.Group>
        }
      />
    </div>
  );
}
