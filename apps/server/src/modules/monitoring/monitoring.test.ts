import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type {
  CallId,
  MediaNode,
  PrincipalId,
  QualitySample,
} from "@veche/contracts";
import { createTestDatabase } from "../../../tests/database.ts";
import type { OutboxTables } from "../../platform/db/outbox.ts";
import { createMetrics } from "../../platform/http/metrics.ts";
import type { StandingCalls } from "../calls/index.ts";
import { createMonitoring } from "./index.ts";

const deployed = join(import.meta.dirname, "../../../../../deploy/monitoring");

const standing: StandingCalls = {
  calls: [{ state: "active", media: "video", count: 2 }],
  seats: [{ state: "live", count: 4 }],
  tracks: { microphone: 4, camera: 3, screen: 1 },
};

const sample: QualitySample = {
  at: "2026-01-01T00:00:00.000Z",
  level: "weak",
  reason: "loss",
  mos: 3.4,
  roundTripMs: 80,
  jitterMs: 12,
  receivedLossRatio: 0.06,
  sentLossRatio: null,
  receivedKbps: 600,
  sentKbps: 500,
  availableOutgoingKbps: null,
  framesPerSecond: 25,
  frameHeight: 480,
  freezeRatio: 0,
  concealedRatio: 0,
  limitation: "none",
  path: "host/relay udp",
};

const hall: MediaNode = {
  name: "hall",
  isOwn: false,
  state: "up",
  isDraining: false,
  rooms: 0,
  seats: 0,
  fault: null,
};

async function openMonitoring(
  countStanding = (): Promise<StandingCalls> => Promise.resolve(standing),
) {
  const world = await createTestDatabase<OutboxTables>();
  const { registry } = createMetrics();
  const monitoring = createMonitoring({
    registry,
    bus: world.bus,
    database: world.database,
    calls: { countStanding },
    mediaNodes: () => [
      { ...hall, name: "own", isOwn: true, rooms: 2, seats: 9 },
      { ...hall, state: "down", isDraining: true },
    ],
    parts: () => ({ database: "up", turn: "down", mediaServer: "off" }),
  });
  return {
    dispatch: world.bus.dispatch,
    collected: () => registry.metrics(),
    names: async () =>
      (await registry.getMetricsAsJSON()).map(({ name }) => name),
    [Symbol.asyncDispose]: async () => {
      monitoring[Symbol.dispose]();
      await world[Symbol.asyncDispose]();
    },
  };
}

const measured = (samples: readonly QualitySample[]) => ({
  type: "call.measured" as const,
  callId: "0190a000-0000-7000-8000-0000000000c1" as CallId,
  principalId: "0190a000-0000-7000-8000-0000000000a1" as PrincipalId,
  samples,
});

test("the parts, the calls and their tracks are told as they stand", async () => {
  await using monitoring = await openMonitoring();
  const text = await monitoring.collected();
  for (const line of [
    'veche_part_state{part="turn",state="down"} 1',
    'veche_part_state{part="turn",state="up"} 0',
    'veche_calls_open{state="active",media="video"} 2',
    'veche_call_seats{state="live"} 4',
    'veche_call_tracks{kind="camera"} 3',
    'veche_media_node_seats{node="own"} 9',
    'veche_media_node_rooms{node="own"} 2',
    'veche_media_node_up{node="hall"} 0',
    'veche_media_node_draining{node="hall"} 1',
  ])
    expect(text).toContain(line);
});

test("what participants report is counted by level, reason and path", async () => {
  await using monitoring = await openMonitoring();
  monitoring.dispatch([
    measured([sample, sample]),
    measured([{ ...sample, level: "excellent", reason: "none" }]),
  ]);
  const text = await monitoring.collected();
  for (const line of [
    'veche_call_participant_seconds_total{level="weak",reason="loss"} 2',
    'veche_call_path_seconds_total{path="host/relay udp"} 3',
    'veche_call_media_bits_total{direction="received"} 1800000',
    'veche_call_loss_ratio_count{direction="received"} 3',
    "veche_call_round_trip_seconds_count 3",
  ])
    expect(text).toContain(line);
  expect(text).not.toContain('veche_call_loss_ratio_count{direction="sent"}');
});

test("a path that a client made up is no label", async () => {
  await using monitoring = await openMonitoring();
  monitoring.dispatch([
    measured([{ ...sample, path: 'evil"} 1\nveche_forged 1' }]),
  ]);
  const text = await monitoring.collected();
  expect(text).toContain('veche_call_path_seconds_total{path="other"} 1');
  expect(text).not.toContain("veche_forged");
});

test("a database that doesn't answer leaves its numbers out and the rest in", async () => {
  await using monitoring = await openMonitoring(() =>
    Promise.reject(new Error("no answer")),
  );
  const text = await monitoring.collected();
  expect(text).toContain("veche_part_state");
  expect(text).not.toMatch(/^veche_calls_open\{/m);
});

test("the dashboard and the alerts name nothing that the server doesn't say", async () => {
  await using monitoring = await openMonitoring();
  const said = new Set(await monitoring.names());
  for (const file of ["grafana-dashboard.json", "alerts.yml"]) {
    const text = readFileSync(join(deployed, file), "utf8");
    const named = text.match(/\b(?:veche|nodejs|process)_[a-z0-9_]+/g) ?? [];
    expect(named.length).toBeGreaterThan(5);
    const unknown = named
      .map((name) => name.replace(/_(bucket|sum|count)$/, ""))
      .filter((name) => !said.has(name));
    expect([file, unknown]).toEqual([file, []]);
  }
});
