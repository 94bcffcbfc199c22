import { useTexts } from "../../platform/texts/texts.tsx";
import type { DeskState } from "./desk-model.ts";
import type { Desk } from "./desk.ts";
import { OperatorCounts, QueuePanel } from "./queue-panel.tsx";
import { StateSwitch } from "./state-switch.tsx";
import styles from "./desk.module.css";

export function DeskSide({
  desk,
  state,
}: {
  readonly desk: Desk;
  readonly state: DeskState;
}) {
  const { t } = useTexts();
  return (
    <div className={styles["side"]}>
      <section className={styles["panel"]} aria-label={t("desk.myState")}>
        <h2 className={styles["panelTitle"]}>{t("desk.myState")}</h2>
        {state.status !== null && (
          <StateSwitch status={state.status} setState={desk.setState} />
        )}
      </section>
      {state.board !== null && (
        <>
          <QueuePanel board={state.board} />
          <OperatorCounts board={state.board} />
        </>
      )}
    </div>
  );
}
