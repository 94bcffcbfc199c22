import type { FlightRecord } from "@veche/contracts";
import { Pane } from "../../platform/kit/page.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { measures, plotIn, type FlightParticipant } from "./flight-lines.ts";
import styles from "./call-records.module.css";

interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Every plot has the call's whole time for its width: what happened at once stands above each other. */
function spanOf({ createdAt, endedAt, participants }: FlightRecord): Span {
  const last = participants.flatMap(({ samples }) => samples.at(-1)?.at ?? []);
  return {
    fromMs: Date.parse(createdAt),
    toMs: Math.max(...[endedAt ?? createdAt, ...last].map(Date.parse)),
  };
}

interface PlotsProps {
  readonly participant: FlightParticipant;
  readonly span: Span;
}

const placeIn = ({ fromMs, toMs }: Span, instant: string): number =>
  (100 * (Date.parse(instant) - fromMs)) / Math.max(1, toMs - fromMs);

/** Where it was weak or bad. */
function Marks({ participant, span }: PlotsProps) {
  return participant.troubles.map(({ fromAt, toAt, level }) => {
    const x = placeIn(span, fromAt);
    return (
      <rect
        key={fromAt}
        x={x}
        width={Math.max(0.5, placeIn(span, toAt) - x)}
        y="-4"
        height="108"
        data-level={level}
      />
    );
  });
}

function Plots({ participant, span }: PlotsProps) {
  const { t, number } = useTexts();
  const { name, samples } = participant;
  const drawn = measures.flatMap((measure) => {
    const plot = plotIn(samples, measure, span);
    return plot === null ? [] : [{ ...plot, key: measure.key }];
  });
  return (
    <Pane title={t("flight.measures", { name })}>
      {drawn.length === 0 && (
        <p className={styles["lead"]}>{t("flight.noMeasures")}</p>
      )}
      <div className={styles["plots"]}>
        {drawn.map(({ key, path, most }) => {
          const title = t(`flight.${key}`);
          const value = number(Math.round(most * 10) / 10);
          const extreme = t("flight.most", { value });
          return (
            <div key={key}>
              <p className={styles["plotTitle"]}>
                <span>{title}</span>
                <span>{extreme}</span>
              </p>
              <svg
                className={styles["plot"]}
                viewBox="0 -4 100 108"
                preserveAspectRatio="none"
                role="img"
                aria-label={`${title}: ${extreme}`}
              >
                <Marks participant={participant} span={span} />
                <path d={path} />
              </svg>
            </div>
          );
        })}
      </div>
    </Pane>
  );
}

/** What the browsers measured, by participant; the weak and the bad stretches are marked. */
export function FlightPlots({ record }: { readonly record: FlightRecord }) {
  const span = spanOf(record);
  return record.participants.map((participant) => (
    <Plots
      key={participant.principalId}
      participant={participant}
      span={span}
    />
  ));
}
