import { expect, test } from "vitest";
import { readCounters } from "./counters.ts";
import { QualityWatch } from "./quality-watch.ts";

type Report = Readonly<Record<string, unknown>>;

const statsOf = (...reports: readonly Report[]): RTCStatsReport =>
  new Map(reports.map((report) => [String(report["id"]), report]));

/** Chromium's reports of a call that has been going on for so many seconds. */
const chromium = (
  second: number,
  { lost = 0, freezesS = 0 } = {},
): RTCStatsReport =>
  statsOf(
    { id: "T", type: "transport", selectedCandidatePairId: "P" },
    {
      id: "P",
      type: "candidate-pair",
      currentRoundTripTime: 0.05,
      availableOutgoingBitrate: 1_500_000,
      responsesReceived: 3,
      localCandidateId: "L",
      remoteCandidateId: "R",
    },
    {
      id: "L",
      type: "local-candidate",
      candidateType: "relay",
      protocol: "udp",
      relayProtocol: "tls",
    },
    {
      id: "R",
      type: "remote-candidate",
      candidateType: "host",
      protocol: "udp",
    },
    {
      id: "A",
      type: "inbound-rtp",
      kind: "audio",
      bytesReceived: 5_000 * second,
      packetsReceived: 50 * second,
      packetsLost: lost,
      jitter: 0.005,
      concealedSamples: 480 * second,
      totalSamplesReceived: 48_000 * second,
    },
    {
      id: "V",
      type: "inbound-rtp",
      kind: "video",
      bytesReceived: 95_000 * second,
      packetsReceived: 100 * second,
      packetsLost: 0,
      jitter: 0.09,
      framesPerSecond: 25,
      frameHeight: 720,
      totalFreezesDuration: freezesS,
    },
    {
      id: "O",
      type: "outbound-rtp",
      kind: "video",
      bytesSent: 50_000 * second,
      qualityLimitationReason: "bandwidth",
    },
    {
      id: "S",
      type: "remote-inbound-rtp",
      kind: "video",
      fractionLost: 0.01,
      roundTripTime: 0.06,
    },
  );

/** The same by Firefox, which has no transport report and fewer fields. */
const firefox = (second: number): RTCStatsReport =>
  statsOf(
    { id: "P0", type: "candidate-pair", nominated: false, state: "failed" },
    {
      id: "P",
      type: "candidate-pair",
      selected: true,
      nominated: true,
      state: "succeeded",
      localCandidateId: "L",
      remoteCandidateId: "R",
    },
    {
      id: "L",
      type: "local-candidate",
      candidateType: "host",
      protocol: "udp",
    },
    {
      id: "R",
      type: "remote-candidate",
      candidateType: "prflx",
      protocol: "udp",
    },
    {
      id: "A",
      type: "inbound-rtp",
      kind: "audio",
      bytesReceived: 5_000 * second,
      packetsReceived: 50 * second,
      packetsLost: 0,
      jitter: 0.004,
    },
    {
      id: "S",
      type: "remote-inbound-rtp",
      kind: "audio",
      fractionLost: 0,
      roundTripTime: 0.08,
    },
  );

test("a second of Chromium's statistics becomes a sample", () => {
  const watch = new QualityWatch();
  watch.read(readCounters(chromium(1), 1_000), { isMediaExpected: true });
  const { sample } = watch.read(
    readCounters(chromium(2, { lost: 6, freezesS: 0.25 }), 2_000),
    { isMediaExpected: true },
  );
  expect(sample).toMatchObject({
    at: "1970-01-01T00:00:02.000Z",
    roundTripMs: 50,
    jitterMs: 5,
    receivedLossRatio: 6 / 156,
    sentLossRatio: 0.01,
    receivedKbps: 800,
    sentKbps: 400,
    availableOutgoingKbps: 1_500,
    framesPerSecond: 25,
    frameHeight: 720,
    freezeRatio: 0.25,
    concealedRatio: 0.01,
    limitation: "bandwidth",
    path: "relay/host tls",
    level: "good",
    reason: "loss",
  });
});

test("Firefox's say less, and that is told as unknown", () => {
  const watch = new QualityWatch();
  watch.read(readCounters(firefox(1), 1_000), { isMediaExpected: true });
  const { sample, level } = watch.read(readCounters(firefox(2), 2_000), {
    isMediaExpected: true,
  });
  expect(sample).toMatchObject({
    roundTripMs: 80,
    jitterMs: 4,
    receivedLossRatio: 0,
    receivedKbps: 40,
    availableOutgoingKbps: null,
    frameHeight: null,
    freezeRatio: null,
    concealedRatio: null,
    limitation: null,
    path: "host/prflx udp",
  });
  expect(level).toBe("excellent");
});

const after = (watch: QualityWatch, seconds: number, from = 0): void => {
  for (let second = from + 1; second <= from + seconds; second += 1) {
    watch.read(readCounters(chromium(second), second * 1_000), {
      isMediaExpected: true,
    });
  }
};

test("samples are reported five at a time, and again when the report did not get through", () => {
  const watch = new QualityWatch();
  after(watch, 5);
  expect(watch.takeDue(5)).toEqual([]);
  after(watch, 1, 5);
  const due = watch.takeDue(5);
  expect(due).toHaveLength(5);
  watch.giveBack(due);
  after(watch, 1, 6);
  expect(watch.takeDue(5)).toHaveLength(6);
});

test("no more is kept than one report may carry", () => {
  const watch = new QualityWatch();
  after(watch, 100);
  const due = watch.takeDue(5);
  expect(due).toHaveLength(30);
  expect(due.at(-1)?.at).toBe("1970-01-01T00:01:40.000Z");
});

test("nothing that comes while something should is bad after 3 s and shows 2 s later", () => {
  const watch = new QualityWatch();
  after(watch, 10);
  const levels = [11, 12, 13, 14, 15].map(
    (second) =>
      watch.read(readCounters(chromium(10), second * 1_000), {
        isMediaExpected: true,
      }).level,
  );
  expect(levels).toEqual([
    "excellent",
    "excellent",
    "excellent",
    "excellent",
    "bad",
  ]);
});

test("a picture switched off on purpose does not count as frozen", () => {
  const watch = new QualityWatch();
  after(watch, 2);
  const frozen = watch.read(readCounters(chromium(3, { freezesS: 1 }), 3_000), {
    isMediaExpected: true,
  });
  expect(frozen.sample?.freezeRatio).toBe(1);
  watch.forgetFreezes();
  const later = [4, 5, 6].map((second) =>
    watch.read(
      readCounters(chromium(second, { freezesS: 1 }), second * 1_000),
      { isMediaExpected: true },
    ),
  );
  expect(later.map(({ level }) => level)).toEqual([
    "excellent",
    "excellent",
    "excellent",
  ]);
});

/** Chromium's reports with loss on what is sent only. */
const losingUp = (second: number): RTCStatsReport => {
  const stats = new Map<string, Report>();
  chromium(second).forEach((report: Report, id: string) =>
    stats.set(id, id === "S" ? { ...report, fractionLost: 0.12 } : report),
  );
  return stats;
};

test("both directions are judged apart, and the worse of them speaks", () => {
  const watch = new QualityWatch();
  const views = [1, 2, 3, 4, 5].map((second) =>
    watch.read(readCounters(losingUp(second), second * 1_000), {
      isMediaExpected: true,
    }),
  );
  expect(views.at(-1)).toMatchObject({
    level: "weak",
    reason: "loss",
    sending: { level: "weak", reason: "loss" },
    receiving: { level: "excellent", reason: "none" },
    sample: { sending: { level: "weak" }, receiving: { level: "excellent" } },
  });
});

test("a step of the ladder is told with the second after it, at once", () => {
  const watch = new QualityWatch();
  after(watch, 3);
  watch.stepped("low");
  expect(watch.takeDue(5)).toEqual([]);
  after(watch, 1, 3);
  const told = watch.takeDue(5);
  expect(told.map(({ step }) => step)).toEqual([undefined, undefined, "low"]);
  after(watch, 1, 4);
  expect(watch.takeDue(5)).toEqual([]);
});
