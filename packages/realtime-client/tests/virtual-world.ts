import type { Id } from "@veche/contracts";
import type { Powers } from "../src/index.ts";
import { seededRandom, type SeededRandom } from "./seeded-random.ts";

interface Timer {
  readonly dueMs: number;
  readonly task: () => void;
}

/** Time that passes when the test says so. */
export interface VirtualWorld {
  readonly powers: Powers;
  readonly random: SeededRandom;
  /** Runs everything that falls due in the next `ms`, in order. */
  readonly pass: (ms: number) => void;
  /** Passes to the next timer, if there is one, and runs it. */
  readonly passToNext: () => void;
  /** The network is back, or the page is looked at. */
  readonly wake: () => void;
}

class World implements VirtualWorld {
  readonly random: SeededRandom;
  readonly powers: Powers;
  readonly #timers = new Set<Timer>();
  readonly #wakeListeners = new Set<() => void>();
  #nowMs = Date.UTC(2026, 0, 1);
  #ids = 0;

  constructor(seed: number) {
    this.random = seededRandom(seed);
    this.powers = {
      nowMs: () => this.#nowMs,
      random: this.random.next,
      // A numbered UUID names anything.
      newId: <Kind extends Id<string>>() => this.#nextId() as Kind,
      after: (delayMs, task) => {
        const timer = { dueMs: this.#nowMs + delayMs, task };
        this.#timers.add(timer);
        return () => this.#timers.delete(timer);
      },
      onWake: (listener) => {
        this.#wakeListeners.add(listener);
        return () => this.#wakeListeners.delete(listener);
      },
    };
  }

  readonly pass = (ms: number): void => {
    const endMs = this.#nowMs + ms;
    for (
      let timer = this.#next();
      timer !== undefined && timer.dueMs <= endMs;
      timer = this.#next()
    )
      this.#run(timer);
    this.#nowMs = endMs;
  };

  readonly passToNext = (): void => {
    const timer = this.#next();
    if (timer !== undefined) this.#run(timer);
  };

  readonly wake = (): void => {
    for (const listener of [...this.#wakeListeners]) listener();
  };

  #next(): Timer | undefined {
    return [...this.#timers].sort((one, other) => one.dueMs - other.dueMs)[0];
  }

  #run(timer: Timer): void {
    this.#timers.delete(timer);
    this.#nowMs = Math.max(this.#nowMs, timer.dueMs);
    timer.task();
  }

  #nextId(): string {
    this.#ids += 1;
    return `00000000-0000-4000-8000-${String(this.#ids).padStart(12, "0")}`;
  }
}

/** A world whose chance repeats itself by its seed. */
export const createVirtualWorld = (seed = 1): VirtualWorld => new World(seed);

/** Lets promises that have settled carry on. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
};
