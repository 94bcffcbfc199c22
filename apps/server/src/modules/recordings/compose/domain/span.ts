/** A stretch of the recording, milliseconds since it began. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Makes stretches of single instants: those nearer to each other than `joinMs` belong together. */
export class SpanMaker {
  readonly #spans: { fromMs: number; toMs: number }[] = [];
  readonly #joinMs: number;

  constructor(joinMs: number) {
    this.#joinMs = joinMs;
  }

  add(fromMs: number, toMs: number): void {
    const last = this.#spans.at(-1);
    if (last !== undefined && fromMs - last.toMs <= this.#joinMs)
      last.toMs = Math.max(last.toMs, toMs);
    else this.#spans.push({ fromMs, toMs });
  }

  finish(): readonly Span[] {
    return this.#spans.map(({ fromMs, toMs }) => ({
      fromMs: Math.max(0, Math.round(fromMs)),
      toMs: Math.max(0, Math.round(toMs)),
    }));
  }
}

/** For how long of `within` these stretches last. */
export const overlapMs = (spans: readonly Span[], within: Span): number =>
  spans.reduce(
    (sum, { fromMs, toMs }) =>
      sum +
      Math.max(
        0,
        Math.min(toMs, within.toMs) - Math.max(fromMs, within.fromMs),
      ),
    0,
  );
