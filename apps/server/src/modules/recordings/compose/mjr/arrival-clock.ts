/** Where the sender's clock and ours stand to each other, learned from all packets of a track. */
export interface ArrivalClock {
  /** When what has this time of the sender was sent, by our clock. */
  atMs(packet: Arrival): number;
}

interface Arrival {
  /** By our clock. */
  readonly receivedMs: number;
  /** By the sender's clock, from any start. */
  readonly sentMs: number;
}

const binMs = 100;
/** A line that stands still for less than this delays; what stays later for longer is another clock. */
const stallMs = 3_000;

/**
 * The sender's clock tells the distance between frames exactly, our clock tells when they came, delayed by the line. So
 * a frame belongs at its own time plus the least delay seen around it.
 *
 * A line that stood still makes a delay that goes away; a microphone that was taken off stops the sender's clock, and
 * the delay stays. The greater of the least delays before and after tells both apart: in a stall both are the old one,
 * after a stop the one ahead is the new one at once.
 */
export class ArrivalClockMaker {
  readonly #least: (number | undefined)[] = [];

  add({ receivedMs, sentMs }: Arrival): void {
    const bin = Math.floor(receivedMs / binMs);
    const lag = receivedMs - sentMs;
    const known = this.#least[bin];
    if (known === undefined || lag < known) this.#least[bin] = lag;
  }

  finish(): ArrivalClock {
    const least = Array.from(this.#least, (lag) => lag ?? Infinity);
    const ahead = leastAhead(least);
    const behind = leastAhead(least.toReversed()).toReversed();
    const lags = least.map((_, bin) =>
      Math.max(ahead[bin] ?? Infinity, behind[bin] ?? Infinity),
    );
    return {
      atMs: ({ receivedMs, sentMs }) =>
        sentMs + (lags[Math.floor(receivedMs / binMs)] ?? receivedMs - sentMs),
    };
  }
}

/** For every bin the least of it and those after it, as far as a stall reaches. */
function leastAhead(bins: readonly number[]): number[] {
  const reach = stallMs / binMs;
  return bins.map((_, from) => {
    let least = Infinity;
    for (let bin = from; bin <= from + reach && bin < bins.length; bin += 1)
      least = Math.min(least, bins[bin] ?? Infinity);
    return least;
  });
}
