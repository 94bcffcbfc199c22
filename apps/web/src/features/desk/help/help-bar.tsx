import { Button } from "@mantine/core";
import type { ServiceRequest } from "@veche/contracts";
import { iconHandStop } from "@veche/ui";
import { lazy, Suspense, useState } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { notifyFailure } from "../../../platform/kit/notify.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import type { Desk } from "../desk.ts";
import styles from "../transfer/transfer.module.css";

const HelpDialog = lazy(() =>
  import("./help-dialog.tsx").then((file) => ({ default: file.HelpDialog })),
);

interface HelpBarProps {
  readonly desk: Desk;
  readonly session: ServiceRequest;
}

/** Help is asked for: with which words, and the way to withdraw it. */
export function HelpStanding({ desk, session }: HelpBarProps) {
  const texts = useTexts();
  const { t } = texts;
  if (session.help === null) return null;
  const { words } = session.help;
  return (
    <div className={styles["bar"]} data-on={true}>
      <p className={styles["words"]} role="status">
        {words === null ? t("help.asked") : t("help.askedWith", { words })}
      </p>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() =>
          void desk
            .withdrawHelp()
            .catch((failure: unknown) => notifyFailure(texts, failure))
        }
      >
        {t("help.withdraw")}
      </Button>
    </div>
  );
}

/** Asks supervisors for help with the session. */
export function AskHelp({ desk, session }: HelpBarProps) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  if (session.help !== null) return null;
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<Icon paths={iconHandStop} size={16} />}
        onClick={() => setOpen(true)}
      >
        {t("help.open")}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <HelpDialog onAsk={desk.askHelp} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
