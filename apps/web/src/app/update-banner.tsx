import { Button } from "@mantine/core";
import { useServices } from "../platform/services.tsx";
import { useStore } from "../platform/store/use-store.ts";
import { useTexts } from "../platform/texts/texts.tsx";
import styles from "./shell.module.css";
import { useWorkplace } from "./workplace-context.ts";

/** One quiet line when a newer version waits; nobody is asked to reload in the middle of a call. */
export function UpdateBanner() {
  const { t } = useTexts();
  const { update } = useServices();
  const isReady = useStore(update.isReady);
  const isInCall = useStore(useWorkplace().calls.state).kind !== "none";
  return (
    <div role="status">
      {isReady && !isInCall && (
        <p className={styles["banner"]}>
          {t("update.ready")}
          <Button size="compact-sm" variant="subtle" onClick={update.apply}>
            {t("update.now")}
          </Button>
        </p>
      )}
    </div>
  );
}
