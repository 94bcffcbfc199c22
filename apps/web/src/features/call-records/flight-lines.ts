import type { FlightRecord, LadderStep, QualitySample } from "@veche/contracts";

export type FlightParticipant = FlightRecord["participants"][number];

/** One line of what happened: an event as it was noted, or a step of the ladder found in the measurements. */
export type FlightLine =
  | {
      readonly kind: "event";
      readonly at: string;
      readonly event: FlightRecord["events"][number];
      readonly name: string | null;
    }
  | {
      readonly kind: "step";
      readonly at: string;
      readonly step: LadderStep;
      readonly name: string;
    };

const stepsIn = ({ name, samples }: FlightParticipant): FlightLine[] => {
  let before: LadderStep = "full";
  return samples.flatMap(({ at, step = "full" }): FlightLine[] => {
    if (step === before) return [];
    before = step;
    return [{ kind: "step", at, step, name }];
  });
};

/** Everything that happened in a call, in order of time. */
export function linesOf({ events, participants }: FlightRecord): FlightLine[] {
  const nameOf = (id: string | null): string | null =>
    participants.find(({ principalId }) => principalId === id)?.name ?? null;
  const noted = events.map((event): FlightLine => ({
    kind: "event",
    at: event.at,
    event,
    name: nameOf(event.principalId),
  }));
  return [...noted, ...participants.flatMap(stepsIn)].toSorted((one, other) =>
    one.at.localeCompare(other.at),
  );
}

interface Measure {
  readonly key:
    "received" | "sent" | "loss" | "delay" | "jitter" | "freezes" | "height";
  readonly ceiling: number;
  readonly of: (sample: QualitySample) => number | null;
}

const percent = (ratio: number | null): number | null =>
  ratio === null ? null : ratio * 100;

/** The lines that are drawn of each participant; `ceiling` is always on the field. */
export const measures: readonly Measure[] = [
  { key: "received", ceiling: 500, of: ({ receivedKbps }) => receivedKbps },
  { key: "sent", ceiling: 500, of: ({ sentKbps }) => sentKbps },
  {
    key: "loss",
    ceiling: 5,
    of: ({ receivedLossRatio, sentLossRatio }) =>
      receivedLossRatio === null
        ? percent(sentLossRatio)
        : percent(Math.max(receivedLossRatio, sentLossRatio ?? 0)),
  },
  { key: "delay", ceiling: 200, of: ({ roundTripMs }) => roundTripMs },
  { key: "jitter", ceiling: 50, of: ({ jitterMs }) => jitterMs },
  {
    key: "freezes",
    ceiling: 10,
    of: ({ freezeRatio }) => percent(freezeRatio),
  },
  { key: "height", ceiling: 720, of: ({ frameHeight }) => frameHeight },
];

/** The line through these values on a field of 100 × 100 between two moments; it is cut where nothing was measured. */
export function plotIn(
  samples: readonly QualitySample[],
  { of, ceiling }: Pick<Measure, "of" | "ceiling">,
  span: { readonly fromMs: number; readonly toMs: number },
): { readonly path: string; readonly most: number } | null {
  const values = samples.flatMap((sample) => of(sample) ?? []);
  if (values.length === 0) return null;
  const most = Math.max(...values);
  const top = Math.max(ceiling, most);
  const width = Math.max(1, span.toMs - span.fromMs);
  const round = (value: number): number => Math.round(value * 100) / 100;
  let isDrawing = false;
  const path = samples
    .map((sample) => {
      const value = of(sample);
      if (value === null) {
        isDrawing = false;
        return "";
      }
      const x = round((100 * (Date.parse(sample.at) - span.fromMs)) / width);
      const word = isDrawing ? "L" : "M";
      isDrawing = true;
      return `${word}${String(x)} ${String(round(100 - (100 * value) / top))}`;
    })
    .join("");
  return { path, most };
}
