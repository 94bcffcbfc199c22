import { isRtcp, sequenceIn } from "./rtp.ts";

/** What came on one line so far. */
export interface Arrived {
  readonly packets: number;
  readonly bytes: number;
  /** Numbers that were left out and did not come later. */
  readonly lost: number;
  /** When the last packet came, in milliseconds of `performance.now()`; 0: none did. */
  readonly lastAtMs: number;
  /** The longest time without a packet since `forgetGaps`. */
  readonly longestGapMs: number;
}

const numbers = 0x10000;

/** Counts the packets of one line. */
export class Arrivals implements Arrived {
  packets = 0;
  bytes = 0;
  lost = 0;
  lastAtMs = 0;
  longestGapMs = 0;
  #expected: number | undefined;

  take(packet: Buffer): void {
    if (isRtcp(packet) || packet.length < 12) return;
    const nowMs = performance.now();
    if (this.lastAtMs > 0)
      this.longestGapMs = Math.max(this.longestGapMs, nowMs - this.lastAtMs);
    this.lastAtMs = nowMs;
    this.packets += 1;
    this.bytes += packet.length;
    const sequence = sequenceIn(packet);
    const ahead = (sequence - (this.#expected ?? sequence) + numbers) % numbers;
    // Behind what was expected: it is late, or comes again.
    if (ahead > numbers / 2) {
      this.lost = Math.max(0, this.lost - 1);
      return;
    }
    this.lost += ahead;
    this.#expected = (sequence + 1) % numbers;
  }

  forgetGaps(): void {
    this.longestGapMs = 0;
  }
}
