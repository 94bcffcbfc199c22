import {
  entryAfter,
  wordless,
  type EntryChange,
  type TimelineEvent,
} from "@veche/contracts";

/** The newest events of one log without a hole, so that a storm of resuming clients costs no statement. */
export class EventRing {
  #events: TimelineEvent[] = [];
  #weightBytes = 0;
  readonly #capacity: number;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** Roughly how much memory the events hold. */
  get weightBytes(): number {
    return this.#weightBytes;
  }

  /** Position of the newest event held; undefined when empty. */
  get endSeq(): number | undefined {
    return this.#events.at(-1)?.seq;
  }

  holds(seq: number): boolean {
    const first = this.#events[0];
    const { endSeq } = this;
    return (
      first !== undefined &&
      endSeq !== undefined &&
      seq >= first.seq &&
      seq <= endSeq
    );
  }

  /** Consecutive events after `seq`, or undefined when the next one is not held. */
  after(seq: number, limit: number): readonly TimelineEvent[] | undefined {
    const first = this.#events[0];
    if (first === undefined || !this.holds(seq + 1)) return undefined;
    const start = seq + 1 - first.seq;
    return this.#events.slice(start, start + limit);
  }

  /** Adds consecutive events at whichever end they continue; what would leave a hole is not taken. */
  add(events: readonly TimelineEvent[]): void {
    const first = this.#events[0];
    const { endSeq } = this;
    if (first === undefined || endSeq === undefined) {
      this.#append(events);
      return;
    }
    const newer = events.filter(({ seq }) => seq > endSeq);
    if (newer[0]?.seq === endSeq + 1) this.#append(newer);
    else if (events.at(-1)?.seq === first.seq - 1) {
      const held = this.#events;
      this.clear();
      this.#append([...events, ...held]);
    }
  }

  clear(): void {
    this.#events = [];
    this.#weightBytes = 0;
  }

  /** What was edited or deleted is told no more, as in the tables. */
  #amend(change: EntryChange): void {
    this.#events.forEach((event, index) => {
      const after = amended(event, change);
      if (after === event) return;
      this.#weightBytes += weightOf(after) - weightOf(event);
      this.#events[index] = after;
    });
  }

  #append(events: readonly TimelineEvent[]): void {
    for (const event of events) {
      if (amends(event)) this.#amend(event);
      this.#events.push(event);
      this.#weightBytes += weightOf(event);
    }
    // Trimmed at twice the size, so that adding one event does not copy all the others.
    if (this.#events.length <= 2 * this.#capacity) return;
    this.#events = this.#events.slice(-this.#capacity);
    this.#weightBytes = this.#events.reduce(
      (sum, event) => sum + weightOf(event),
      0,
    );
  }
}

/** An event that changes what others before it tell. */
export const amends = (
  event: TimelineEvent,
): event is Extract<
  EntryChange,
  { readonly type: "message.edited" | "message.deleted" }
> => event.type === "message.edited" || event.type === "message.deleted";

/** An event as a later change of the message it speaks of leaves it. */
function amended(event: TimelineEvent, change: EntryChange): TimelineEvent {
  if (event.type === "message.created") return entryAfter(event, change);
  const isOfDeleted =
    change.type === "message.deleted" &&
    "messageSeq" in event &&
    event.messageSeq === change.messageSeq;
  return isOfDeleted ? wordless(event) : event;
}

const FIXED_WEIGHT_BYTES = 400;

function weightOf(event: TimelineEvent): number {
  return "body" in event
    ? FIXED_WEIGHT_BYTES + 2 * event.body.length
    : FIXED_WEIGHT_BYTES;
}
