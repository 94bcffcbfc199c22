import { Button } from "@mantine/core";
import type { ServiceRequest } from "@veche/contracts";
import { iconPlayerPause } from "@veche/ui";
import { Icon } from "../../../platform/kit/icon.tsx";
import { notifyFailure } from "../../../platform/kit/notify.ts";
import { useServerNow } from "../../../platform/server-now.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import type { Desk } from "../desk.ts";
import styles from "../transfer/transfer.module.css";

interface HoldBarProps {
  readonly desk: Desk;
  readonly session: ServiceRequest;
}

function HoldTimer({ since }: { readonly since: string }) {
  const { t, clock } = useTexts();
  const time = clock(useServerNow() - Date.parse(since));
  return <b role="timer">{t("hold.time", { time })}</b>;
}

/** The call is on hold: since when, and the way back. */
export function HoldStanding({ desk, session }: HoldBarProps) {
  const texts = useTexts();
  const { t } = texts;
  if (session.heldAt === null) return null;
  return (
    <div className={styles["bar"]} data-on={true}>
      <p className={styles["words"]}>
        <HoldTimer since={session.heldAt} />{" "}
        <span role="status">{t("hold.on")}</span>
      </p>
      <Button
        size="compact-sm"
        onClick={() =>
          void desk
            .resume()
            .catch((failure: unknown) => notifyFailure(texts, failure))
        }
      >
        {t("hold.resume")}
      </Button>
    </div>
  );
}

/** Puts the call of the session on hold; a chat has none. */
export function HoldButton({ desk, session }: HoldBarProps) {
  const texts = useTexts();
  const { t } = texts;
  if (session.callId === null || session.heldAt !== null) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<Icon paths={iconPlayerPause} size={16} />}
      onClick={() =>
        void desk
          .hold()
          .catch((failure: unknown) => notifyFailure(texts, failure))
      }
    >
      {t("hold.open")}
    </Button>
  );
}
