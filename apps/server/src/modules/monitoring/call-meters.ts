import { Counter, Histogram, type Registry } from "prom-client";
import type { QualitySample } from "@veche/contracts";
import type { EventBus } from "../../platform/event-bus.ts";

/** A sample tells of one second. */
const SAMPLE_SECONDS = 1;

const knownPath =
  /^(host|srflx|prflx|relay)\/(host|srflx|prflx|relay) (udp|tcp|tls)$/;

/** What a client says of its path is a label only where it is one of the known. */
const pathLabel = (path: string | null): string =>
  path !== null && knownPath.test(path) ? path : "other";

/** What happens in calls, and how well they go: from the facts of this process. */
export function meterCalls(registry: Registry, bus: EventBus): Disposable {
  const meters = createMeters(registry);
  const feeds = new DisposableStack();
  feeds.use(
    bus.on("call.started", ({ media }) => meters.answered.inc({ media })),
  );
  feeds.use(
    bus.on("call.ended", ({ reason, durationMs }) => {
      meters.ended.inc({ reason });
      if (durationMs > 0) meters.duration.observe(durationMs / 1000);
    }),
  );
  feeds.use(
    bus.on("call.measured", ({ samples }) => {
      for (const sample of samples) observe(meters, sample);
    }),
  );
  return feeds;
}

type Meters = ReturnType<typeof createMeters>;

function createMeters(registry: Registry) {
  return { ...createCounters(registry), ...createHistograms(registry) };
}

function createCounters(registry: Registry) {
  const counter = <Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
  ) =>
    new Counter({
      ...{ name: `veche_${name}`, help },
      labelNames: [...labelNames],
      registers: [registry],
    });
  return {
    answered: counter("calls_answered_total", "Calls that were answered", [
      "media",
    ]),
    ended: counter("calls_ended_total", "Calls that ended, by their reason", [
      "reason",
    ]),
    seconds: counter(
      "call_participant_seconds_total",
      "Seconds of participants in calls, by quality and what hurts it",
      ["level", "reason"],
    ),
    paths: counter(
      "call_path_seconds_total",
      "Seconds of participants in calls, by the types of the chosen candidates",
      ["path"],
    ),
    bits: counter(
      "call_media_bits_total",
      "Media of participants in calls, as their browsers count it",
      ["direction"],
    ),
  };
}

function createHistograms(registry: Registry) {
  const histogram = <Label extends string>(
    name: string,
    help: string,
    {
      buckets,
      labelNames = [],
    }: {
      readonly buckets: readonly number[];
      readonly labelNames?: readonly Label[];
    },
  ) =>
    new Histogram({
      ...{ name: `veche_${name}`, help },
      buckets: [...buckets],
      labelNames: [...labelNames],
      registers: [registry],
    });
  return {
    duration: histogram("call_duration_seconds", "How long calls last", {
      buckets: [10, 30, 60, 180, 600, 1_800, 3_600, 7_200],
    }),
    mos: histogram("call_mos", "Mean opinion score of a second, 1 to 5", {
      buckets: [2, 3.1, 3.7, 4.2],
    }),
    loss: histogram("call_loss_ratio", "Packets lost in a second", {
      buckets: [0, 0.01, 0.02, 0.05, 0.1, 0.2],
      labelNames: ["direction"],
    }),
    roundTrip: histogram("call_round_trip_seconds", "Round trip in calls", {
      buckets: [0.02, 0.05, 0.1, 0.2, 0.4, 1],
    }),
    jitter: histogram("call_jitter_seconds", "Jitter in calls", {
      buckets: [0.005, 0.01, 0.03, 0.1],
    }),
  };
}

function observe(meters: Meters, sample: QualitySample): void {
  const { level, reason, mos, roundTripMs, jitterMs } = sample;
  meters.seconds.inc({ level, reason }, SAMPLE_SECONDS);
  meters.paths.inc({ path: pathLabel(sample.path) }, SAMPLE_SECONDS);
  meters.bits.inc(
    { direction: "received" },
    sample.receivedKbps * 1000 * SAMPLE_SECONDS,
  );
  meters.bits.inc(
    { direction: "sent" },
    sample.sentKbps * 1000 * SAMPLE_SECONDS,
  );
  if (mos !== null) meters.mos.observe(mos);
  if (roundTripMs !== null) meters.roundTrip.observe(roundTripMs / 1000);
  if (jitterMs !== null) meters.jitter.observe(jitterMs / 1000);
  const { receivedLossRatio, sentLossRatio } = sample;
  if (receivedLossRatio !== null)
    meters.loss.observe({ direction: "received" }, receivedLossRatio);
  if (sentLossRatio !== null)
    meters.loss.observe({ direction: "sent" }, sentLossRatio);
}
