import type { QualitySample } from "@veche/contracts";

/** A second of a good line, told by a browser; a test names what differs. */
export const qualitySample = (
  atMs: number,
  change: Partial<QualitySample> = {},
): QualitySample => ({
  at: new Date(atMs).toISOString(),
  level: "excellent",
  reason: "none",
  mos: 4.3,
  roundTripMs: 20,
  jitterMs: 2,
  receivedLossRatio: 0,
  sentLossRatio: 0,
  receivedKbps: 900,
  sentKbps: 800,
  availableOutgoingKbps: null,
  framesPerSecond: 25,
  frameHeight: 720,
  freezeRatio: 0,
  concealedRatio: 0,
  limitation: "none",
  path: "relay/host tcp",
  ...change,
});
