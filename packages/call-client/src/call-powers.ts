import type { Id } from "@veche/contracts";

/** Time and identifiers; the powers of the realtime client fit. Tests drive them. */
export interface CallPowers {
  /** Wall time, milliseconds since 1970. */
  readonly nowMs: () => number;
  /** A new identifier, UUID version 4. */
  readonly newId: <Kind extends Id<string>>() => Kind;
  /** Runs `task` once after `delayMs`; the answer cancels it. */
  readonly after: (delayMs: number, task: () => void) => () => void;
}
