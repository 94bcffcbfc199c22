import { Button } from "@mantine/core";
import type { CallSession } from "@veche/call-client";
import { useStore } from "../../platform/store/use-store.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./economy-strip.module.css";

/** What a weak line takes from me and why, and the way to decide it by hand. */
export function EconomyStrip({ ladder }: Pick<CallSession, "ladder">) {
  const { t } = useTexts();
  const { step, isHeld } = useStore(ladder.state);
  if (step === "full" && !isHeld) return null;
  return (
    <div className={styles["strip"]} role="status">
      <p>
        {isHeld || step === "full"
          ? t("economy.held", { step: t(`ladder.${step}`) })
          : t(`economy.${step}`)}
      </p>
      {isHeld ? (
        <Button size="compact-sm" variant="default" onClick={ladder.release}>
          {t("economy.auto")}
        </Button>
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => ladder.hold("full")}
        >
          {t("economy.back")}
        </Button>
      )}
    </div>
  );
}
