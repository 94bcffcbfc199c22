import { Button } from "@mantine/core";
import type { CallMedia } from "@veche/contracts";
import { iconPhone, iconVideo } from "@veche/ui";
import { useState } from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./customer.module.css";

/** Rings a customer who is on the site now (B14). */
export function DirectCall({
  onCall,
}: {
  readonly onCall: (media: CallMedia) => Promise<void>;
}) {
  const texts = useTexts();
  const { t } = texts;
  const [pending, setPending] = useState<CallMedia>();
  const call = (media: CallMedia) => {
    setPending(media);
    onCall(media)
      .catch((failure: unknown) => notifyFailure(texts, failure))
      .finally(() => setPending(undefined));
  };
  return (
    <div className={styles["direct"]}>
      <Button
        px="sm"
        title={t("customer.callHint")}
        leftSection={<Icon paths={iconVideo} size={18} />}
        loading={pending === "video"}
        onClick={() => call("video")}
      >
        {t("customer.callVideo")}
      </Button>
      <Button
        variant="default"
        px="sm"
        title={t("customer.callHint")}
        leftSection={<Icon paths={iconPhone} size={18} />}
        loading={pending === "audio"}
        onClick={() => call("audio")}
      >
        {t("customer.callAudio")}
      </Button>
    </div>
  );
}
