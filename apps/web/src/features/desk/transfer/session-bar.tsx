import { Button } from "@mantine/core";
import type { ServiceRequest, SessionTransfer } from "@veche/contracts";
import { iconArrowRight } from "@veche/ui";
import { lazy, Suspense, useState } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { notifyFailure } from "../../../platform/kit/notify.ts";
import { useTexts, type Texts } from "../../../platform/texts/texts.tsx";
import type { Desk } from "../desk.ts";
import { AskHelp, HelpStanding } from "../help/help-bar.tsx";
import { HoldButton, HoldStanding } from "../hold/hold-bar.tsx";
import styles from "./transfer.module.css";

const TransferDialog = lazy(() =>
  import("./transfer-dialog.tsx").then((file) => ({
    default: file.TransferDialog,
  })),
);

/** Where the hand-over stands: first how the ring meant for one ended, then what goes on now. */
function standingWords(
  { t }: Texts,
  { toName, answer, isRinging }: SessionTransfer,
): string {
  if (toName !== null && answer === null)
    return t("transfer.ringing", { name: toName });
  const queued = t(isRinging ? "transfer.queueRings" : "transfer.queued");
  return toName === null || answer === null
    ? queued
    : `${t(`transfer.answer.${answer}`, { name: toName })} ${queued}`;
}

function Standing({
  desk,
  transfer,
}: {
  readonly desk: Desk;
  readonly transfer: SessionTransfer;
}) {
  const texts = useTexts();
  const { t } = texts;
  const act = (work: () => Promise<void>) => () =>
    void work().catch((failure: unknown) => notifyFailure(texts, failure));
  return (
    <>
      <p className={styles["words"]} role="status">
        {standingWords(texts, transfer)}
      </p>
      <Button size="compact-sm" onClick={act(desk.takeBack)}>
        {t("transfer.keep")}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        onClick={act(desk.leaveSession)}
      >
        {t("transfer.leave")}
      </Button>
    </>
  );
}

interface SessionBarProps {
  readonly desk: Desk;
  readonly session: ServiceRequest;
}

/** Over the session: put it on hold, ask for help and hand it over, or how these stand. */
export function SessionBar({ desk, session }: SessionBarProps) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const { transfer, customer } = session;
  return (
    <>
      <HoldStanding desk={desk} session={session} />
      <HelpStanding desk={desk} session={session} />
      <div className={styles["bar"]} data-on={transfer !== null}>
        <HoldButton desk={desk} session={session} />
        <AskHelp desk={desk} session={session} />
        {transfer === null ? (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Icon paths={iconArrowRight} size={16} />}
            onClick={() => setOpen(true)}
          >
            {t("transfer.open")}
          </Button>
        ) : (
          <Standing desk={desk} transfer={transfer} />
        )}
        {isOpen && (
          <Suspense fallback={null}>
            <TransferDialog
              name={customer.name}
              onTransfer={desk.transfer}
              onClose={() => setOpen(false)}
            />
          </Suspense>
        )}
      </div>
    </>
  );
}
