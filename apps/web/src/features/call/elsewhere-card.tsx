import { Button } from "@mantine/core";
import { iconDevices } from "@veche/ui";
import { useState } from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./elsewhere-card.module.css";

interface ElsewhereCardProps {
  readonly name: string;
  readonly onTakeOver: () => Promise<void>;
}

/** My call goes on in another window or on another device of mine, and may be brought here. */
export function ElsewhereCard({ name, onTakeOver }: ElsewhereCardProps) {
  const texts = useTexts();
  const { t } = texts;
  const [isAsked, setAsked] = useState(false);
  const takeOver = () => {
    setAsked(true);
    onTakeOver()
      .catch((failure: unknown) => notifyFailure(texts, failure))
      .finally(() => setAsked(false));
  };
  return (
    <section
      className={styles["card"]}
      aria-label={t("call.elsewhere", { name })}
    >
      <Icon paths={iconDevices} size={22} />
      <p role="status">{t("call.elsewhere", { name })}</p>
      <Button size="compact-md" loading={isAsked} onClick={takeOver}>
        {t("call.continueHere")}
      </Button>
    </section>
  );
}
