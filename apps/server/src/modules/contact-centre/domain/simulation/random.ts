/** Repeatable randomness: the same seed tells the same story. */
export interface Random {
  /** From 0 up to 1. */
  fraction(): number;
  /** A whole number of milliseconds in the range. */
  between(fromMs: number, toMs: number): number;
  /** Waiting time until something that happens on average every `meanMs`. */
  exponential(meanMs: number): number;
  chance(probability: number): boolean;
}

/** mulberry32: 32 bits of state are plenty for one day. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    fraction,
    between: (fromMs, toMs) =>
      Math.floor(fromMs + fraction() * (toMs - fromMs)),
    exponential: (meanMs) => Math.ceil(-Math.log(1 - fraction()) * meanMs),
    chance: (probability) => fraction() < probability,
  };
}
