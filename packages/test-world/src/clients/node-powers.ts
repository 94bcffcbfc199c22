import { randomUUID } from "node:crypto";
import type { Powers } from "@veche/realtime-client";

/** The realtime client's powers on Node. */
export const nodePowers: Powers = {
  nowMs: () => Date.now(),
  random: () => Math.random(),
  newId: <Kind extends string>() => randomUUID() as unknown as Kind,
  after: (delayMs, task) => {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
  onWake: () => () => undefined,
};
