import type { RtpPacket } from "./rtp-packet.ts";
import { createUnwrap } from "./unwrap.ts";

export interface ReceivedPacket extends RtpPacket {
  readonly receivedMs: number;
  /** The sender's clock without its wraps, in milliseconds. */
  readonly sentMs: number;
}

export interface OrderedPacket extends ReceivedPacket {
  /** Packets before this one never came. */
  readonly isAfterLoss: boolean;
}

/** What was asked for again comes within this, or not at all. */
const waitMs = 1_000;
/** A jump by more is another numbering, not a loss. */
const otherNumbering = 3_000;

/** Puts packets back into the order they were sent in: repeated ones come late. Each comes out once. */
export class PacketOrder {
  readonly #waiting = new Map<number, ReceivedPacket>();
  #unwrap = createUnwrap(16);
  #next: number | undefined;

  /** The packets whose turn it is now that this one came. */
  *take(packet: ReceivedPacket): Iterable<OrderedPacket> {
    const number = this.#unwrap(packet.sequence);
    if (
      this.#next !== undefined &&
      Math.abs(number - this.#next) > otherNumbering
    ) {
      yield* this.flush();
      this.#unwrap = createUnwrap(16);
      this.#next = this.#unwrap(packet.sequence);
      yield* this.#put(this.#next, packet);
      return;
    }
    this.#next ??= number;
    if (number >= this.#next && !this.#waiting.has(number))
      yield* this.#put(number, packet);
  }

  /** Everything that still waits. */
  *flush(): Iterable<OrderedPacket> {
    while (this.#waiting.size > 0) yield* this.#skip();
  }

  *#put(number: number, packet: ReceivedPacket): Iterable<OrderedPacket> {
    this.#waiting.set(number, packet);
    yield* this.#run(false);
    while (this.#waiting.size > 0) {
      // A map keeps the order of coming: the first has waited the longest.
      const [oldest] = this.#waiting.values();
      if (
        oldest === undefined ||
        packet.receivedMs - oldest.receivedMs < waitMs
      )
        return;
      yield* this.#skip();
    }
  }

  /** Goes on after what never came. */
  *#skip(): Iterable<OrderedPacket> {
    this.#next = Math.min(...this.#waiting.keys());
    yield* this.#run(true);
  }

  *#run(isAfterLoss: boolean): Iterable<OrderedPacket> {
    for (let isFirst = isAfterLoss; this.#next !== undefined;) {
      const packet = this.#waiting.get(this.#next);
      if (packet === undefined) return;
      this.#waiting.delete(this.#next);
      this.#next += 1;
      yield { ...packet, isAfterLoss: isFirst };
      isFirst = false;
    }
  }
}
