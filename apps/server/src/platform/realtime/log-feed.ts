import type { ConversationId, TimelineEvent } from "@veche/contracts";
import { EventRing } from "./event-ring.ts";
import { turnsSight } from "./log-sight.ts";
import { encodeFrame, type EncodedFrame } from "./socket.ts";
import type { SyncSource } from "./sync-source.ts";

/** New consecutive events of one log and the frame that carries them, built once for all readers. */
export interface LogBatch {
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly events: readonly TimelineEvent[];
  /** Something in it changes who may read: it cannot go to all alike. */
  readonly isTurning: boolean;
  frame(): EncodedFrame;
}

export interface LogReader {
  /** The log grew by `batch`, which follows what the feed knew before. */
  offer(batch: LogBatch): void;
  /** The log grew by something the feed does not hold: read it. */
  pull(): void;
}

const RING_CAPACITY = 200;

/** One conversation's log as this process knows it: its newest events, its head, and who reads it. */
export class LogFeed {
  readonly conversationId: ConversationId;
  readonly readers = new Set<LogReader>();
  readonly #sync: SyncSource;
  readonly #ring = new EventRing(RING_CAPACITY);
  #headSeq = 0;
  #filling: Promise<void> | undefined;

  constructor(conversationId: ConversationId, sync: SyncSource) {
    this.conversationId = conversationId;
    this.#sync = sync;
  }

  /** The newest position heard of. */
  get headSeq(): number {
    return this.#headSeq;
  }

  get weightBytes(): number {
    return this.#ring.weightBytes;
  }

  /** Takes committed events. They may come twice, late, or with others missing before them. */
  append(events: readonly TimelineEvent[]): void {
    const known = this.#ring.endSeq ?? this.#headSeq;
    const fresh = events.filter(({ seq }) => seq > known);
    const first = fresh[0];
    const last = fresh.at(-1);
    if (first === undefined || last === undefined) return;
    const isNext = first.seq === known + 1 && known >= this.#headSeq;
    // A feed that nobody read yet knows no head: its first events are where it begins.
    if (isNext || this.#headSeq === 0) {
      this.#ring.add(fresh);
      this.#headSeq = last.seq;
      this.#spread(fresh, first.seq, last.seq);
    } else {
      this.raiseHead(last.seq);
    }
  }

  /** Learns how far the log goes; readers fetch what no event told them, and what they failed to fetch before. */
  raiseHead(seq: number): void {
    this.#headSeq = Math.max(this.#headSeq, seq);
    for (const reader of this.readers) reader.pull();
  }

  /** Consecutive events after `seq`: from memory where it can, otherwise from the tables. */
  async read(seq: number, limit: number): Promise<readonly TimelineEvent[]> {
    const held = this.#ring.after(seq, limit);
    if (held !== undefined) return held;
    await this.readAhead(seq);
    const filled = this.#ring.after(seq, limit);
    if (filled !== undefined) return filled;
    return this.#sync.eventsAfter(this.conversationId, seq, limit);
  }

  /** Reads into memory what comes after `seq`, where that is the end of the log and is not there yet. */
  async readAhead(seq: number): Promise<void> {
    const isEnd = seq < this.#headSeq && seq >= this.#headSeq - RING_CAPACITY;
    if (isEnd && this.#ring.after(seq, 1) === undefined) await this.#fill();
  }

  /** Gives its memory back; what is asked for next is read from the tables again. */
  forget(): void {
    this.#ring.clear();
  }

  #spread(fresh: readonly TimelineEvent[], firstSeq: number, lastSeq: number) {
    if (this.readers.size === 0) return;
    let frame: EncodedFrame | undefined;
    const batch: LogBatch = {
      firstSeq,
      lastSeq,
      events: fresh,
      isTurning: fresh.some(turnsSight),
      frame: () => (frame ??= eventsFrame(this.conversationId, fresh)),
    };
    for (const reader of this.readers) reader.offer(batch);
  }

  /** Many readers that need the end of the log at once share one reading of it. */
  #fill(): Promise<void> {
    this.#filling ??= this.#readEnd().finally(() => {
      this.#filling = undefined;
    });
    return this.#filling;
  }

  async #readEnd(): Promise<void> {
    const from =
      this.#ring.endSeq ?? Math.max(0, this.#headSeq - RING_CAPACITY);
    this.#ring.add(
      await this.#sync.eventsAfter(this.conversationId, from, RING_CAPACITY),
    );
  }
}

export function eventsFrame(
  conversationId: ConversationId,
  events: readonly TimelineEvent[],
): EncodedFrame {
  return encodeFrame({ t: "events", conversationId, events });
}
