import type { QualitySample } from "@veche/contracts";

/** What one reading of `getStats` says, flattened; growing counters unless a unit says otherwise. */
export interface Counters {
  readonly atMs: number;
  readonly bytesReceived: number;
  readonly bytesSent: number;
  readonly packetsReceived: number;
  readonly packetsLost: number;
  readonly checksAnswered: number;
  readonly freezesS: number;
  readonly samplesConcealed: number;
  readonly samplesReceived: number;
  readonly roundTripMs: number | null;
  readonly jitterMs: number | null;
  /** As the other side tells of what I send. */
  readonly sentJitterMs: number | null;
  readonly pictureBytesSent: number;
  readonly sentLossRatio: number | null;
  readonly availableOutgoingKbps: number | null;
  readonly framesPerSecond: number | null;
  readonly frameHeight: number | null;
  readonly limitation: QualitySample["limitation"];
  readonly path: string | null;
}

type Report = Readonly<Record<string, unknown>>;

const numberIn = (report: Report | undefined, key: string): number | null => {
  const value = report?.[key];
  return typeof value === "number" && Number.isFinite(value) ? value : null;
};
const textIn = (report: Report | undefined, key: string): string => {
  const value = report?.[key];
  return typeof value === "string" ? value : "";
};
const sum = (reports: readonly Report[], key: string): number =>
  reports.reduce((total, report) => total + (numberIn(report, key) ?? 0), 0);
const largest = (reports: readonly Report[], key: string): number | null => {
  const values = reports.flatMap((report) => numberIn(report, key) ?? []);
  return values.length === 0 ? null : Math.max(...values);
};
const scaled = (value: number | null, factor: number): number | null =>
  value === null ? null : value * factor;

/* Chromium names the chosen pair in the transport's report, Firefox marks the pair. */
const chosenPair = (
  byType: (type: string) => readonly Report[],
  byId: (id: string) => Report | undefined,
) => {
  const id = textIn(byType("transport")[0], "selectedCandidatePairId");
  const pairs = byType("candidate-pair");
  return (
    byId(id) ??
    pairs.find((pair) => pair["selected"] === true) ??
    pairs.find(
      (pair) => pair["nominated"] === true && pair["state"] === "succeeded",
    )
  );
};

const limitations = ["cpu", "bandwidth", "other", "none"] as const;

/* Of several pictures sent, the most troubled one speaks. */
const limitationOf = (sent: readonly Report[]): QualitySample["limitation"] => {
  const reasons = sent.map((report) =>
    textIn(report, "qualityLimitationReason"),
  );
  return limitations.find((reason) => reasons.includes(reason)) ?? null;
};

const pathOf = (
  pair: Report | undefined,
  byId: (id: string) => Report | undefined,
): string | null => {
  const local = byId(textIn(pair, "localCandidateId"));
  const remote = byId(textIn(pair, "remoteCandidateId"));
  if (local === undefined || remote === undefined) return null;
  const protocol = textIn(local, "relayProtocol") || textIn(local, "protocol");
  return `${textIn(local, "candidateType")}/${textIn(remote, "candidateType")} ${protocol}`;
};

/** Reads a report of any of the browsers we support. */
export const readCounters = (stats: RTCStatsReport, atMs: number): Counters => {
  // Members of a report differ by type and browser; each is looked at before it is believed.
  const all = new Map<string, Report>();
  stats.forEach((report: Report, id: string) => all.set(id, report));
  const byId = (id: string): Report | undefined => all.get(id);
  const byType = (type: string): readonly Report[] =>
    [...all.values()].filter((report) => report["type"] === type);
  const received = byType("inbound-rtp");
  const pictures = received.filter((report) => report["kind"] === "video");
  const sounds = received.filter((report) => report["kind"] === "audio");
  const sent = byType("outbound-rtp");
  const pair = chosenPair(byType, byId);
  const timed = sounds.some((report) => numberIn(report, "packetsReceived"))
    ? sounds
    : pictures;
  return {
    atMs,
    bytesReceived: sum(received, "bytesReceived"),
    bytesSent: sum(sent, "bytesSent"),
    packetsReceived: sum(received, "packetsReceived"),
    packetsLost: sum(received, "packetsLost"),
    checksAnswered: numberIn(pair, "responsesReceived") ?? 0,
    freezesS: sum(pictures, "totalFreezesDuration"),
    samplesConcealed: sum(sounds, "concealedSamples"),
    samplesReceived: sum(sounds, "totalSamplesReceived"),
    roundTripMs: scaled(
      numberIn(pair, "currentRoundTripTime") ??
        largest(byType("remote-inbound-rtp"), "roundTripTime"),
      1000,
    ),
    jitterMs: scaled(largest(timed, "jitter"), 1000),
    sentJitterMs: scaled(largest(byType("remote-inbound-rtp"), "jitter"), 1000),
    pictureBytesSent: sum(
      sent.filter((report) => report["kind"] === "video"),
      "bytesSent",
    ),
    sentLossRatio: largest(byType("remote-inbound-rtp"), "fractionLost"),
    availableOutgoingKbps: scaled(
      numberIn(pair, "availableOutgoingBitrate"),
      0.001,
    ),
    framesPerSecond: largest(pictures, "framesPerSecond"),
    frameHeight: largest(pictures, "frameHeight"),
    limitation: limitationOf(
      sent.filter((report) => report["kind"] === "video"),
    ),
    path: pathOf(pair, byId),
  };
};
