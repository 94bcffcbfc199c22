import type { Id } from "@veche/contracts";
import type { CallPowers } from "../src/index.ts";

interface Timer {
  readonly dueMs: number;
  readonly task: () => void;
}

/** Time that passes when the test says so. */
export class VirtualTime {
  readonly #timers = new Set<Timer>();
  #nowMs = Date.UTC(2026, 0, 1);
  #ids = 0;

  readonly powers: CallPowers = {
    nowMs: () => this.#nowMs,
    // A numbered UUID names anything.
    newId: <Kind extends Id<string>>() => this.#nextId() as Kind,
    after: (delayMs, task) => {
      const timer = { dueMs: this.#nowMs + delayMs, task };
      this.#timers.add(timer);
      return () => this.#timers.delete(timer);
    },
  };

  /** Runs what falls due in the next `ms`, in order, and lets promises carry on in between. */
  async pass(ms: number): Promise<void> {
    const endMs = this.#nowMs + ms;
    for (
      let timer = this.#next(endMs);
      timer !== undefined;
      timer = this.#next(endMs)
    ) {
      this.#timers.delete(timer);
      this.#nowMs = Math.max(this.#nowMs, timer.dueMs);
      timer.task();
      await settle();
    }
    this.#nowMs = endMs;
  }

  #next(endMs: number): Timer | undefined {
    return [...this.#timers]
      .sort((one, other) => one.dueMs - other.dueMs)
      .find(({ dueMs }) => dueMs <= endMs);
  }

  #nextId(): string {
    this.#ids += 1;
    return `00000000-0000-4000-9000-${String(this.#ids).padStart(12, "0")}`;
  }
}

/** Lets promises that have settled carry on. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
};
