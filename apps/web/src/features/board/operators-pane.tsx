import type { LiveNow, LiveOperator, OperatorState } from "@veche/contracts";
import { iconHeadset } from "@veche/ui";
import { Chip } from "../../platform/kit/chip.tsx";
import { EmptyState } from "../../platform/kit/empty-state.tsx";
import { Pane } from "../../platform/kit/page.tsx";
import { Table } from "../../platform/kit/table.tsx";
import { breakWords } from "../../platform/operators/break-reasons.ts";
import { stateTones } from "../../platform/operators/state-tones.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import { dash } from "../../platform/figures/figure-words.ts";
import { Elapsed } from "./elapsed.tsx";
import { ListenIn, type OnListen } from "./listen-in.tsx";
import { TakeOver, type OnTakeOver } from "./take-over.tsx";
import styles from "./board.module.css";

/** Whoever needs a look first. */
const stateOrder = [
  "not_responding",
  "available",
  "ringing",
  "in_call",
  "wrap_up",
  "break",
  "offline",
] as const satisfies readonly OperatorState[];

/** How many are in each state that anybody is in. */
function StateCounts({ operators }: Pick<LiveNow, "operators">) {
  const { t, number } = useTexts();
  const inState = (state: OperatorState) =>
    operators.filter((one) => one.state === state).length;
  return (
    <ul className={styles["counts"]} aria-label={t("board.byState")}>
      {stateOrder.map((state) => {
        const count = inState(state);
        return count === 0 ? null : (
          <li key={state}>
            <Chip tone={stateTones[state]}>
              {t("board.stateCount", {
                state: t(`board.state.${state}`),
                count: number(count),
              })}
            </Chip>
          </li>
        );
      })}
    </ul>
  );
}

/** Marks whose operator asks for help, with what they say. */
function AskedForHelp({ session }: Pick<LiveOperator, "session">) {
  const { t } = useTexts();
  const help = session?.help ?? null;
  if (help === null) return null;
  return (
    <span className={styles["help"]}>
      <Chip tone="danger">
        {t("board.help")} <Elapsed since={help.since} />
      </Chip>
      {help.words !== null && (
        <span className={styles["note"]}>{help.words}</span>
      )}
    </span>
  );
}

/** The customer sees and hears nobody. */
function OnHold({ session }: Pick<LiveOperator, "session">) {
  const { t } = useTexts();
  const heldAt = session?.heldAt ?? null;
  return heldAt === null ? null : (
    <span className={styles["help"]}>
      <Chip tone="caution">
        {t("record.held")} <Elapsed since={heldAt} />
      </Chip>
    </span>
  );
}

/** What a supervisor may do in the session of an operator. */
export interface StepIn {
  readonly onListen: OnListen;
  /** Makes me its operator; missing where I may not serve. */
  readonly onTakeOver: OnTakeOver | undefined;
}

interface OperatorRowProps extends StepIn {
  readonly operator: LiveOperator;
}

function OperatorRow({ operator, onListen, onTakeOver }: OperatorRowProps) {
  const texts = useTexts();
  const { t, number } = texts;
  const { name, state, since, customerName, servedCount } = operator;
  const reason = state === "break" && breakWords(texts, operator.breakReason);
  return (
    <tr>
      <td className={styles["name"]}>{name}</td>
      <td>
        <Chip tone={stateTones[state]}>{t(`board.state.${state}`)}</Chip>
        {reason !== false && reason !== undefined && (
          <span className={styles["note"]}>{reason}</span>
        )}
      </td>
      <td>
        <Elapsed since={since} />
      </td>
      <td className={styles["name"]}>
        {customerName ?? dash}
        <OnHold session={operator.session} />
        <AskedForHelp session={operator.session} />
        <ListenIn operator={operator} onListen={onListen} />
        {onTakeOver !== undefined && (
          <TakeOver operator={operator} onTakeOver={onTakeOver} />
        )}
      </td>
      <td>{number(servedCount)}</td>
    </tr>
  );
}

/** Everybody at work: what they do, since when, with whom. */
export function OperatorsPane({
  now,
  ...stepIn
}: StepIn & { readonly now: LiveNow }) {
  const { t } = useTexts();
  const { operators, restCount } = now;
  const columns = (
    ["operator", "state", "for", "with", "sessions"] as const
  ).map((key) => ({ key, title: t(`board.column.${key}`) }));
  return (
    <Pane title={t("board.operators")}>
      {operators.length === 0 ? (
        <EmptyState
          icon={iconHeadset}
          title={t("board.noOperators")}
          advice={t("board.noOperatorsAdvice")}
        />
      ) : (
        <>
          <StateCounts operators={operators} />
          <Table name={t("board.operators")} columns={columns}>
            {operators.map((operator) => (
              <OperatorRow
                key={operator.operatorId}
                {...{ operator, ...stepIn }}
              />
            ))}
          </Table>
        </>
      )}
      <p className={styles["foot"]}>
        {restCount > 0 && t("board.rest", { count: restCount })}{" "}
        {t("board.sessionsMeaning")}
      </p>
    </Pane>
  );
}
