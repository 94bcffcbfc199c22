import { useDebouncedValue, useNetwork } from "@mantine/hooks";
import { iconPlayerPause } from "@veche/ui";
import { Icon } from "../platform/kit/icon.tsx";
import { useStore } from "../platform/store/use-store.ts";
import { useTexts } from "../platform/texts/texts.tsx";
import { lineNotice, quietCutMs } from "./line-notice.ts";
import styles from "./shell.module.css";
import { useWorkplace } from "./workplace-context.ts";

/** One quiet line while the connection is paused; nothing that was on the screen goes away. */
export function LineBanner() {
  const { t } = useTexts();
  const { realtime } = useWorkplace();
  const { online } = useNetwork();
  const present = lineNotice(useStore(realtime.state), { isOnline: online });
  const [lasting] = useDebouncedValue(present, quietCutMs);
  const isShown = present !== null && lasting !== null;
  return (
    <div role="status">
      {isShown && (
        <p className={styles["banner"]}>
          <Icon paths={iconPlayerPause} size={16} />
          {t(present)}
        </p>
      )}
    </div>
  );
}
