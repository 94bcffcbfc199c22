import type { ConversationId, TimelineEvent } from "@veche/contracts";
import { amends, EventRing } from "./event-ring.ts";
import { batchOf, LogBatch } from "./log-batch.ts";
import type { SyncSource } from "./sync-source.ts";

export interface LogReader {
  /** The log grew by `batch`, which follows what the feed knew before. */
  offer(batch: LogBatch): void;
  /** The log grew by something the feed does not hold: read it. */
  pull(): void;
}

const nothing = Promise.resolve([]);
const RING_CAPACITY = 200;
const PAGE_EVENTS = 100;

/** A page of a gap, for the next reader who misses the same. */
interface HeldPage {
  readonly afterSeq: number;
  readonly endSeq: number;
  readonly batch: LogBatch;
}

/** One conversation's log as this process knows it: its newest events, its head, and who reads it. */
export class LogFeed {
  readonly conversationId: ConversationId;
  readonly readers = new Set<LogReader>();
  readonly #sync: SyncSource;
  readonly #ring = new EventRing(RING_CAPACITY);
  #headSeq = 0;
  #filling: Promise<void> | undefined;
  #page: HeldPage | undefined;
  /** What was read from the tables last, or is being read. */
  #older: Promise<readonly TimelineEvent[]> = nothing;

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
    const [first, ...others] = events.filter(({ seq }) => seq > known);
    if (first === undefined) return;
    const batch = new LogBatch(this.conversationId, [first, ...others]);
    // What was edited or deleted is told no more, as in the tables.
    if (batch.events.some(amends)) this.#older = nothing;
    const isNext = first.seq === known + 1 && known >= this.#headSeq;
    // A feed that nobody read yet knows no head: its first events are where it begins.
    if (isNext || this.#headSeq === 0) {
      this.#ring.add(batch.events);
      this.#headSeq = batch.lastSeq;
      for (const reader of this.readers) reader.offer(batch);
    } else {
      this.raiseHead(batch.lastSeq);
    }
  }

  /** Learns how far the log goes; readers fetch what no event told them, and what they failed to fetch before. */
  raiseHead(seq: number): void {
    this.#headSeq = Math.max(this.#headSeq, seq);
    for (const reader of this.readers) reader.pull();
  }

  /** The same from one of very many who come at once: the others are asked only when it is news. */
  learnHead(seq: number): void {
    if (seq > this.#headSeq) this.raiseHead(seq);
  }

  /** The first page of what comes after `seq`, where it is in memory. */
  pageHeld(seq: number): LogBatch | undefined {
    const { endSeq } = this.#ring;
    if (this.#page?.afterSeq === seq && this.#page.endSeq === endSeq)
      return this.#page.batch;
    const held = this.#ring.after(seq, PAGE_EVENTS);
    const batch = held && batchOf(this.conversationId, held);
    if (batch !== undefined && endSeq !== undefined)
      this.#page = { afterSeq: seq, endSeq, batch };
    return batch;
  }

  /** The same, from memory or from the tables; undefined when there is nothing. */
  async page(seq: number): Promise<LogBatch | undefined> {
    const held = this.pageHeld(seq);
    if (held !== undefined) return held;
    await this.readAhead(seq);
    return (
      this.pageHeld(seq) ??
      batchOf(this.conversationId, await this.#olderEvents(seq))
    );
  }

  /** Reads into memory what comes after `seq`, where that is the end of the log; undefined when there is no need to. */
  readAhead(seq: number): Promise<void> | undefined {
    const isEnd = seq < this.#headSeq && seq >= this.#headSeq - RING_CAPACITY;
    return isEnd && !this.#ring.holds(seq + 1) ? this.#fill() : undefined;
  }

  /** Gives its memory back; what is asked for next is read from the tables again. */
  forget(): void {
    this.#ring.clear();
    this.forgetPage();
  }

  /** Readers who missed the same come in one moment: nobody needs the page after it. */
  forgetPage(): void {
    this.#page = undefined;
    this.#older = nothing;
  }

  /**
   * Consecutive events after `seq` from the tables. Who waits for the reading of another finds theirs in it: a hundred
   * readers who missed the same long messages would else hold a hundred copies of them at once.
   */
  async #olderEvents(seq: number): Promise<readonly TimelineEvent[]> {
    const read = async (): Promise<readonly TimelineEvent[]> =>
      this.#sync.eventsAfter(this.conversationId, seq, PAGE_EVENTS);
    const reading = this.#older.then(
      (events) => (holdsNext(events, seq) ? events : read()),
      read,
    );
    this.#older = reading;
    return (await reading).filter((event) => event.seq > seq);
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
    const missing = Math.max(1, this.#headSeq - from);
    // What is read now may change what was read before.
    this.#older = nothing;
    this.#ring.add(
      await this.#sync.eventsAfter(
        this.conversationId,
        from,
        Math.min(missing, RING_CAPACITY),
      ),
    );
  }
}

const holdsNext = (events: readonly TimelineEvent[], seq: number): boolean =>
  events.some((event) => event.seq === seq + 1);
