import { Button } from "@mantine/core";
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
import type { Desk } from "./desk.ts";
import { idleView, type IdleKind } from "./idle-view.ts";
import styles from "./desk.module.css";

const icons: Readonly<Record<IdleKind, IconPaths>> = {
  idle: iconHeadset,
  offline: iconLogout,
  break: iconCoffee,
  notResponding: iconBell,
};

interface IdleProps {
  readonly desk: Desk;
  readonly status: OperatorStatus;
}

/** Between customers: what happens next, and how to be reached again. */
export function Idle({ desk, status }: IdleProps) {
  const texts = useTexts();
  const { t } = texts;
  const { kind, wayBack } = idleView(status.state);
  const comeBack = () =>
    void desk
      .setState("available", null)
      .catch((failure: unknown) => notifyFailure(texts, failure));
  return (
    <div className={styles["idle"]}>
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
