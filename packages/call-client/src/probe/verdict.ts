import type { QualityLevel } from "@veche/contracts";
import { mos } from "../quality/mos.ts";

/** What a way measured: my own picture and sound, gone there and back. */
export interface WayFigures {
  readonly roundTripMs: number | null;
  readonly jitterMs: number | null;
  readonly lossRatio: number | null;
  readonly receivedKbps: number;
  /** What the browser holds the line to be able to send. */
  readonly availableKbps: number | null;
  readonly framesPerSecond: number | null;
}

/**
 * `absent` the installation has none · `unreachable` no answer from it · `one_way` it answers, but may not send to itself
 * (inner addresses), so nothing could be measured.
 */
export type WayResult =
  | { readonly kind: "absent" | "unreachable" | "one_way" }
  | { readonly kind: "measured"; readonly figures: WayFigures };

export interface ProbeFigures {
  readonly microphone: "heard" | "silent" | "missing";
  readonly camera: "seen" | "missing";
  /** By the media server, as in a call of many. */
  readonly server: WayResult;
  /** By the relay, as from behind a strict firewall. */
  readonly relay: WayResult;
}

export type ProbeAspect =
  "bandwidth" | "delay" | "loss" | "picture" | "relay" | "server" | "sound";

/** `good` as it should be · `fair` it will be felt · `poor` it will disturb · `unknown` not measured. */
type ProbeGrade = "good" | "fair" | "poor" | "unknown";

export interface ProbeFinding {
  readonly aspect: ProbeAspect;
  readonly grade: ProbeGrade;
  /** In the aspect's unit (kbit/s, ms, share, frames a second); null where there is none. */
  readonly figure: number | null;
}

export interface ProbeVerdict {
  readonly level: QualityLevel;
  readonly findings: readonly ProbeFinding[];
}

const gradeOf = (
  value: number | null,
  good: number,
  fair: number,
): ProbeGrade => {
  if (value === null) return "unknown";
  // Where less is better, the limits fall the other way round.
  const isMoreBetter = good > fair;
  const passes = (limit: number): boolean =>
    isMoreBetter ? value >= limit : value <= limit;
  if (passes(good)) return "good";
  return passes(fair) ? "fair" : "poor";
};

const measuredOf = (way: WayResult): WayFigures | null =>
  way.kind === "measured" ? way.figures : null;

const wayGrade = ({ kind }: WayResult): ProbeGrade => {
  if (kind === "unreachable") return "poor";
  return kind === "absent" ? "unknown" : "good";
};

/** What the measurements mean for a call, one thing after another and as a whole. */
export function judgeProbe(probe: ProbeFigures): ProbeVerdict {
  const { microphone, camera, server, relay } = probe;
  const figures = measuredOf(server) ?? measuredOf(relay);
  const found = (
    aspect: ProbeAspect,
    grade: ProbeGrade,
    figure: number | null = null,
  ): ProbeFinding => ({ aspect, grade, figure });
  const { roundTripMs = null, lossRatio = null } = figures ?? {};
  const { availableKbps = null, framesPerSecond = null } = figures ?? {};
  const pictureGrade = gradeOf(framesPerSecond, 20, 10);
  return {
    level: levelOf(figures),
    findings: [
      found(
        "sound",
        microphone === "heard"
          ? "good"
          : microphone === "silent"
            ? "fair"
            : "poor",
      ),
      found(
        "picture",
        camera === "missing" ? "fair" : pictureGrade,
        framesPerSecond,
      ),
      found("bandwidth", gradeOf(availableKbps, 1_000, 300), availableKbps),
      found("delay", gradeOf(roundTripMs, 150, 400), roundTripMs),
      found("loss", gradeOf(lossRatio, 0.01, 0.05), lossRatio),
      found("server", wayGrade(server)),
      found("relay", wayGrade(relay)),
    ],
  };
}

/** By the score of a call over this line. */
function levelOf(figures: WayFigures | null): QualityLevel {
  const { roundTripMs = null, jitterMs, lossRatio } = figures ?? {};
  if (figures === null || roundTripMs === null) return "bad";
  const score = mos({
    roundTripMs,
    jitterMs: jitterMs ?? 0,
    lossRatio: lossRatio ?? 0,
  });
  if (score < 3.1) return "bad";
  if (score < 3.7) return "weak";
  const { availableKbps } = figures;
  if (availableKbps !== null && availableKbps < 300) return "weak";
  return score < 4.2 ? "good" : "excellent";
}
