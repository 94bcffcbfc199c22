import type { Id } from "@veche/contracts";

/** What the outside world gives: time, chance, identifiers, and word that the network may be back. Tests drive them. */
export interface Powers {
  /** Wall time, milliseconds since 1970. */
  readonly nowMs: () => number;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  /** A new identifier, UUID version 4. */
  readonly newId: <Kind extends Id<string>>() => Kind;
  /** Runs `task` once after `delayMs`; the answer cancels it. */
  readonly after: (delayMs: number, task: () => void) => () => void;
  /** Calls `listener` when the machine came online or the page is looked at again; the answer ends it. */
  readonly onWake: (listener: () => void) => () => void;
}
