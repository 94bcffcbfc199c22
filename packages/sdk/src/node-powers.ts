import { randomUUID } from "node:crypto";
import type { Powers } from "./powers.ts";

/** Node's own powers: the default. */
export const nodePowers: Powers = {
  fetch: (...request) => fetch(...request),
  nowMs: () => Date.now(),
  wait: (delayMs, signal) =>
    new Promise((resolve) => {
      const settle = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", settle);
        resolve();
      };
      const timer = setTimeout(settle, delayMs);
      signal?.addEventListener("abort", settle, { once: true });
      if (signal?.aborted === true) settle();
    }),
  newId: () => randomUUID(),
};
