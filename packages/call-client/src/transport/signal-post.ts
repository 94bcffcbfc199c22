import type { Signal } from "@veche/contracts";
import type { CallPowers } from "../call-powers.ts";
import { refusal } from "../refusal.ts";

export interface SignalPostDeps {
  readonly powers: CallPowers;
  readonly deliver: (signal: Signal) => Promise<unknown>;
}

/**
 * Carries signals to one life of the other side, in order. Those a cut line swallowed are kept until the seat is
 * taken again, and go out before newer ones.
 */
export class SignalPost {
  readonly #deps: SignalPostDeps;
  readonly #kept = new Map<number, Signal>();
  #next = 0;
  #isHeld = false;
  #isClosed = false;

  constructor(deps: SignalPostDeps) {
    this.#deps = deps;
  }

  send(signal: Signal): void {
    const number = (this.#next += 1);
    if (this.#isHeld) this.#kept.set(number, signal);
    else void this.#deliver(number, signal);
  }

  /** The line is cut: nothing goes out until `release`. */
  hold(): void {
    this.#isHeld = true;
  }

  release(): void {
    this.#isHeld = false;
    const kept = [...this.#kept].sort(([one], [other]) => one - other);
    this.#kept.clear();
    for (const [number, signal] of kept) void this.#deliver(number, signal);
  }

  /** Hands over what is held, to be carried in another way. */
  takeKept(): Signal[] {
    const kept = [...this.#kept.values()];
    this.#kept.clear();
    return kept;
  }

  close(): void {
    this.#isClosed = true;
    this.#kept.clear();
  }

  async #deliver(number: number, signal: Signal): Promise<void> {
    try {
      await this.#deps.deliver(signal);
    } catch (error) {
      const { code, retryAfterMs } = refusal(error);
      // Anything else says that the other side's life is over: its successor gets signals of its own.
      const isPassing =
        code === "server.unavailable" || code === "request.rate_limited";
      if (this.#isClosed || !isPassing) return;
      this.#kept.set(number, signal);
      if (code === "request.rate_limited")
        this.#retryAfter(retryAfterMs ?? 1000);
    }
  }

  #retryAfter(delayMs: number): void {
    if (this.#isHeld) return;
    this.hold();
    this.#deps.powers.after(delayMs, () => {
      this.release();
    });
  }
}
