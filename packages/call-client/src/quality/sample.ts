import type { QualitySample } from "@veche/contracts";
import type { Counters } from "./counters.ts";
import { mos } from "./mos.ts";

/** A sample before it is judged. */
export type Measured = Omit<QualitySample, "level" | "reason">;

const clampedRatio = (value: number): number => Math.min(1, Math.max(0, value));
const ratio = (part: number, whole: number): number | null =>
  whole > 0 ? clampedRatio(part / whole) : null;
const whole = (value: number | null): number | null =>
  value === null ? null : Math.max(0, Math.round(value));
const rounded = (value: number | null): number | null =>
  value === null ? null : Math.max(0, Math.round(value * 100) / 100);

const worse = (one: number | null, other: number | null): number | null =>
  one === null ? other : Math.max(one, other ?? 0);

/** What happened between two readings. Counters that went back (a new connection) count from zero. */
export const measure = (before: Counters, after: Counters): Measured => {
  const grown = (
    key: keyof Counters &
      (
        | "bytesReceived"
        | "bytesSent"
        | "packetsReceived"
        | "packetsLost"
        | "freezesS"
        | "samplesConcealed"
        | "samplesReceived"
      ),
  ): number => Math.max(0, after[key] - before[key]);
  const elapsedMs = Math.max(1, after.atMs - before.atMs);
  const lost = grown("packetsLost");
  const receivedLossRatio = ratio(lost, lost + grown("packetsReceived"));
  const { roundTripMs, jitterMs, sentLossRatio } = after;
  const lossRatio = worse(receivedLossRatio, sentLossRatio) ?? 0;
  return {
    at: new Date(after.atMs).toISOString(),
    mos:
      roundTripMs === null
        ? null
        : mos({ roundTripMs, jitterMs: jitterMs ?? 0, lossRatio }),
    roundTripMs: rounded(roundTripMs),
    jitterMs: rounded(jitterMs),
    receivedLossRatio,
    sentLossRatio: sentLossRatio === null ? null : clampedRatio(sentLossRatio),
    receivedKbps: Math.round((grown("bytesReceived") * 8) / elapsedMs),
    sentKbps: Math.round((grown("bytesSent") * 8) / elapsedMs),
    availableOutgoingKbps: whole(after.availableOutgoingKbps),
    framesPerSecond: rounded(after.framesPerSecond),
    frameHeight: whole(after.frameHeight),
    freezeRatio:
      after.frameHeight === null
        ? null
        : clampedRatio((grown("freezesS") * 1000) / elapsedMs),
    concealedRatio: ratio(grown("samplesConcealed"), grown("samplesReceived")),
    limitation: after.limitation,
    path: after.path,
  };
};
