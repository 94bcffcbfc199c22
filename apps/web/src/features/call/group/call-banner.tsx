import { Button } from "@mantine/core";
import type { Call } from "@veche/contracts";
import { iconPhone } from "@veche/ui";
import { useState } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { notifyFailure } from "../../../platform/kit/notify.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import styles from "./banner.module.css";

interface CallBannerProps {
  readonly call: Call;
  readonly onJoin: () => Promise<void>;
}

/** A call goes on in this conversation, and one may come into it. */
export function CallBanner({ call, onJoin }: CallBannerProps) {
  const texts = useTexts();
  const { t } = texts;
  const [isJoining, setJoining] = useState(false);
  const names = call.participants
    .filter(({ state }) => state !== "left")
    .map(({ name }) => name)
    .join(", ");
  const join = () => {
    setJoining(true);
    onJoin()
      .catch((failure: unknown) => notifyFailure(texts, failure))
      .finally(() => setJoining(false));
  };
  return (
    <div className={styles["banner"]} role="status">
      <Icon paths={iconPhone} size={18} />
      <p>{t("group.going", { names })}</p>
      <Button size="compact-sm" loading={isJoining} onClick={join}>
        {t("group.join")}
      </Button>
    </div>
  );
}
