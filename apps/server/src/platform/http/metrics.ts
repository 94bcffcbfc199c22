import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** Numbers for Prometheus. Labels are routes and codes, never ids. */
export interface Metrics {
  readonly registry: Registry;
  observeRequest(route: string, status: number, durationMs: number): void;
  setSockets(count: number): void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "veche_http_request_seconds",
    help: "Time to answer a request",
    labelNames: ["route", "status"],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 5],
    registers: [registry],
  });
  const sockets = new Gauge({
    name: "veche_realtime_sockets",
    help: "Open sockets",
    registers: [registry],
  });
  return {
    registry,
    observeRequest: (route, status, durationMs) =>
      requests.observe({ route, status }, durationMs / 1000),
    setSockets: (count) => sockets.set(count),
  };
}
