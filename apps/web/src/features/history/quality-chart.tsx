import { useQuery } from "@tanstack/react-query";
import type { CallId, QualitySample } from "@veche/contracts";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { plotOf } from "./plot.ts";
import styles from "./history.module.css";

const inPercent = (ratio: number | null): number | null =>
  ratio === null ? null : ratio * 100;

const measures = [
  {
    key: "mos",
    range: { floor: 1, ceiling: 5 },
    of: ({ mos }: QualitySample) => mos,
    worst: "lowest",
    digits: 1,
  },
  {
    key: "roundTrip",
    range: { floor: 0, ceiling: 200 },
    of: ({ roundTripMs }: QualitySample) => roundTripMs,
    worst: "highest",
    digits: 0,
  },
  {
    key: "loss",
    range: { floor: 0, ceiling: 5 },
    of: ({ receivedLossRatio }: QualitySample) => inPercent(receivedLossRatio),
    worst: "highest",
    digits: 1,
  },
] as const;

type Measure = (typeof measures)[number];

function MeasurePlot({
  samples,
  measure,
}: {
  readonly samples: readonly QualitySample[];
  readonly measure: Measure;
}) {
  const { t, number } = useTexts();
  const plot = plotOf(samples.map(measure.of), measure.range);
  if (plot === undefined) return null;
  const value = number(
    Number(
      (measure.worst === "lowest" ? plot.lowest : plot.highest).toFixed(
        measure.digits,
      ),
    ),
  );
  const extreme =
    measure.worst === "lowest"
      ? t("record.worst", { value })
      : t("record.highest", { value });
  return (
    <div>
      <p className={styles["chartTitle"]}>
        <span>{t(`record.${measure.key}`)}</span>
        <span>{extreme}</span>
      </p>
      <svg
        className={styles["plot"]}
        viewBox="0 -6 100 112"
        preserveAspectRatio="none"
        role="img"
        aria-label={`${t(`record.${measure.key}`)}: ${extreme}`}
      >
        <path d={plot.path} />
      </svg>
    </div>
  );
}

/** The flight recorder of a call: what each side measured, second by second. */
export function QualityChart({ callId }: { readonly callId: CallId }) {
  const { t } = useTexts();
  const rest = useRest();
  const query = useQuery({
    queryKey: ["quality", callId],
    queryFn: ({ signal }) =>
      rest("getCallQuality", { params: { callId }, signal }),
  });
  return (
    <Loaded query={query}>
      {({ participants }) => {
        const measured = participants.filter(
          ({ samples }) => samples.length > 0,
        );
        if (measured.length === 0)
          return <p className={styles["lead"]}>{t("record.noQuality")}</p>;
        return measured.map(({ principalId, name, samples }) => (
          <div key={principalId} className={styles["chart"]}>
            <p className={styles["who"]}>{name}</p>
            {measures.map((measure) => (
              <MeasurePlot
                key={measure.key}
                samples={samples}
                measure={measure}
              />
            ))}
          </div>
        ));
      }}
    </Loaded>
  );
}
