import type { EventBus } from "../../platform/event-bus.ts";
import { meterCalls } from "./call-meters.ts";
import { meterNodes, type NodeMetersDeps } from "./node-meters.ts";
import { meterState, type StateMetersDeps } from "./state-meters.ts";

export interface MonitoringDeps extends NodeMetersDeps, StateMetersDeps {
  readonly bus: EventBus;
}

/** Numbers for Prometheus beside those of the platform; nobody calls it. Dispose of it to stop listening. */
export function createMonitoring(deps: MonitoringDeps): Disposable {
  meterState(deps);
  meterNodes(deps);
  return meterCalls(deps.registry, deps.bus);
}
