import type { JoinId, NoticeOf, Signal } from "@veche/contracts";

type Signalled = NoticeOf<"call.signalled">;

const mostKept = 64;

/** Signals that overtook the news of whom they are from. */
export class EarlySignals {
  #kept: Signalled[] = [];

  keep(notice: Signalled): void {
    this.#kept = [...this.#kept, notice].slice(-mostKept);
  }

  /** Those from this life of the other side, in order; all others are stale and forgotten. */
  takeFrom(joinId: JoinId): Signal[] {
    return this.#kept
      .splice(0)
      .flatMap(({ fromJoinId, signal }) =>
        fromJoinId === joinId ? [signal] : [],
      );
  }
}
