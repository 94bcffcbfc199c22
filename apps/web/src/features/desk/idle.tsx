import { Button, CloseButton } from "@mantine/core";
import type { OperatorStatus } from "@veche/contracts";
import {
  iconBell,
  iconCoffee,
  iconHeadset,
  iconLogout,
  type IconPaths,
} from "@veche/ui";
import { EmptyState } from "../../platform/kit/empty-state.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { DeskState, MissedRing } from "./desk-model.ts";
import type { Desk } from "./desk.ts";
import { idleView, type IdleKind } from "./idle-view.ts";
import styles from "./desk.module.css";

const icons: Readonly<Record<IdleKind, IconPaths>> = {
  idle: iconHeadset,
  offline: iconLogout,
  break: iconCoffee,
  notResponding: iconBell,
};

function Missed({
  missed,
  onClose,
}: {
  readonly missed: MissedRing;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const words = {
    timed_out: t("incoming.timedOut", { name: missed.name }),
    withdrawn: t("incoming.withdrawn", { name: missed.name }),
    accepted: t("incoming.acceptedElsewhere"),
  } as const;
  return (
    <div className={styles["missed"]} role="status">
      <span>{words[missed.outcome]}</span>
      <CloseButton size="sm" aria-label={t("action.close")} onClick={onClose} />
    </div>
  );
}

interface IdleProps {
  readonly desk: Desk;
  readonly status: OperatorStatus;
  readonly missed: DeskState["missed"];
}

/** Between customers: what happens next, and how to be reached again. */
export function Idle({ desk, status, missed }: IdleProps) {
  const texts = useTexts();
  const { t } = texts;
  const { kind, wayBack } = idleView(status.state);
  const comeBack = () =>
    void desk
      .setState("available", null)
      .catch((failure: unknown) => notifyFailure(texts, failure));
  return (
    <div className={styles["idle"]}>
      {missed !== null && (
        <Missed missed={missed} onClose={desk.dismissMissed} />
      )}
      <EmptyState
        icon={icons[kind]}
        title={t(`desk.${kind}Title`)}
        advice={t(`desk.${kind}Advice`)}
        action={
          wayBack !== null && (
            <Button size="md" onClick={comeBack}>
              {t(`desk.${wayBack}`)}
            </Button>
          )
        }
      />
    </div>
  );
}
