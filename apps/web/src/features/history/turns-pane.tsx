import type { ServiceTurn } from "@veche/contracts";
import { Pane } from "../../platform/kit/page.tsx";
import { useTexts, type Texts } from "../../platform/texts/texts.tsx";
import styles from "./history.module.css";

function whereTo(
  t: Texts["t"],
  { toName, isTaken }: NonNullable<ServiceTurn["transfer"]>,
): string {
  if (toName === null) return t("record.turnOn");
  return t(isTaken ? "record.turnTaken" : "record.turnTo", { name: toName });
}

function TurnLine({ turn }: { readonly turn: ServiceTurn }) {
  const { t, time } = useTexts();
  const { transfer, until } = turn;
  return (
    <li>
      <span className={styles["offerName"]}>{turn.operatorName}</span>
      <span>
        {time(turn.since)} –{" "}
        {until === null ? t("record.turnNow") : time(until)}
      </span>
      {transfer !== null && (
        <span className={styles["offerWhy"]}>
          {whereTo(t, transfer)}
          {transfer.note !== null && `: ${transfer.note}`}
        </span>
      )}
    </li>
  );
}

/** Who served when, where the session changed hands. */
export function TurnsPane({
  turns,
}: {
  readonly turns: readonly ServiceTurn[];
}) {
  const { t } = useTexts();
  if (turns.every(({ transfer }) => transfer === null)) return null;
  return (
    <Pane title={t("record.turns")}>
      <ol className={styles["offers"]}>
        {turns.map((turn) => (
          <TurnLine key={turn.since} turn={turn} />
        ))}
      </ol>
    </Pane>
  );
}
