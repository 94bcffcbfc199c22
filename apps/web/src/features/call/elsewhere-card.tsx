import { Button } from "@mantine/core";
import { iconDevices } from "@veche/ui";
import { useState } from "react";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import { CornerCard } from "./corner-card.tsx";

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
  const where = t("call.elsewhere", { name });
  return (
    <CornerCard label={where} icon={iconDevices} text={where}>
      <Button size="compact-md" loading={isAsked} onClick={takeOver}>
        {t("call.continueHere")}
      </Button>
    </CornerCard>
  );
}
