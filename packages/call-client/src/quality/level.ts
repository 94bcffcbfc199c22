import type { QualityLevel, QualityReason } from "@veche/contracts";
import { penalties } from "./mos.ts";

/** Everything one second's judgement of one direction needs. */
export interface Second {
  readonly mos: number | null;
  readonly roundTripMs: number | null;
  readonly jitterMs: number | null;
  /** Of what goes this way. */
  readonly lossRatio: number | null;
  /** Share of the last 10 s in which the picture stood still. */
  readonly freezeRatio: number;
  /** For how long nothing came although something should. */
  readonly silentMs: number;
  /** What keeps my encoder from sending the whole picture. */
  readonly limitation: "bandwidth" | "cpu" | "none" | "other" | null;
  /** A picture is sent, and the line has hardly room for sound beside it. */
  readonly isStarved: boolean;
}

export interface Judgement {
  readonly level: QualityLevel;
  readonly reason: QualityReason;
}

const silenceIsBadMs = 3_000;
const weakFreezeRatio = 0.05;

const levelOf = ({
  mos,
  freezeRatio,
  silentMs,
  isStarved,
}: Second): QualityLevel => {
  if (silentMs >= silenceIsBadMs) return "bad";
  if (mos === null) return "unknown";
  if (mos < 3.1) return "bad";
  if (mos < 3.7 || freezeRatio > weakFreezeRatio || isStarved) return "weak";
  return mos < 4.2 || freezeRatio > 0 ? "good" : "excellent";
};

const reasonOf = (second: Second): QualityReason => {
  const { mos, freezeRatio, silentMs, limitation, isStarved } = second;
  if (silentMs >= silenceIsBadMs) return "no_packets";
  if (isStarved) return "bandwidth";
  if (mos !== null && mos >= 4.2) {
    // The line is good, the picture is not: a machine out of breath freezes what comes as well.
    if (freezeRatio === 0) return "none";
    return limitation === "cpu" ? "cpu" : "freezes";
  }
  const cost = penalties({
    roundTripMs: second.roundTripMs ?? 0,
    jitterMs: second.jitterMs ?? 0,
    lossRatio: second.lossRatio ?? 0,
  });
  if (cost.loss >= cost.delay && cost.loss >= cost.jitter) return "loss";
  return cost.delay >= cost.jitter ? "delay" : "jitter";
};

/** Judges one second by itself. */
export const judge = (second: Second): Judgement => {
  const level = levelOf(second);
  return {
    level,
    reason:
      level === "unknown" || level === "excellent" ? "none" : reasonOf(second),
  };
};
