import type {
  FlightRecord,
  PrincipalId,
  QualitySample,
} from "@veche/contracts";
import { describe, expect, it } from "vitest";
import { linesOf, measures, plotIn } from "./flight-lines.ts";

const beginsAtMs = Date.parse("2026-05-01T10:00:00Z");
const instant = (second: number): string =>
  new Date(beginsAtMs + second * 1_000).toISOString();
const sample = (
  second: number,
  change: Partial<QualitySample> = {},
): QualitySample => ({
  at: instant(second),
  level: "good",
  reason: "none",
  mos: 4,
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
  path: null,
  ...change,
});
// A readable name stands in for the identifier's UUID.
const anna = "anna" as PrincipalId;
const recordOf = (samples: QualitySample[]): FlightRecord => ({
  callId: "call" as FlightRecord["callId"],
  media: "video",
  topology: "p2p",
  createdAt: instant(0),
  liveAt: instant(1),
  endedAt: instant(60),
  endReason: "hung_up",
  events: [
    { at: instant(0), kind: "joined", principalId: anna },
    { at: instant(60), kind: "ended", principalId: null },
  ],
  participants: [{ principalId: anna, name: "Anna", samples, troubles: [] }],
});

describe("the log of a call", () => {
  it("has the steps of the ladder among what was noted, each once, with whose they are", () => {
    const lines = linesOf(
      recordOf([
        sample(2),
        sample(10, { step: "reduced" }),
        sample(11, { step: "reduced" }),
        sample(40),
      ]),
    );
    expect(
      lines.map((line) => [
        line.name,
        line.kind === "step" ? line.step : line.event.kind,
      ]),
    ).toEqual([
      ["Anna", "joined"],
      ["Anna", "reduced"],
      ["Anna", "full"],
      [null, "ended"],
    ]);
  });
});

describe("a measurement over the time of a call", () => {
  const loss = measures.find(({ key }) => key === "loss")!;
  const span = { fromMs: beginsAtMs, toMs: beginsAtMs + 10_000 };

  it("is drawn at its moments, the worse of both ways, with the most of it", () => {
    const drawn = plotIn(
      [sample(0), sample(5, { sentLossRatio: 0.1 }), sample(10)],
      loss,
      span,
    );
    expect(drawn).toEqual({ path: "M0 100L50 0L100 100", most: 10 });
  });

  it("is cut where nothing was measured, and absent where nothing ever was", () => {
    const nothing = { receivedLossRatio: null, sentLossRatio: null };
    expect(
      plotIn([sample(0), sample(5, nothing), sample(10)], loss, span)?.path,
    ).toBe("M0 100M100 100");
    expect(plotIn([sample(0, nothing)], loss, span)).toBeNull();
  });
});
