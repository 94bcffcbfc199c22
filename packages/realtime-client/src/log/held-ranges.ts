import type { EntryChange, TimelineEntry } from "@veche/contracts";

/** An entry as a change of it leaves it. */
export type Amend = (
  entry: TimelineEntry,
  change: EntryChange,
) => TimelineEntry;

/** Everything a log has from `fromSeq` to `toSeq`, both included; positions of mere changes hold no entry. */
export interface HeldRange {
  readonly fromSeq: number;
  readonly toSeq: number;
  readonly entries: readonly TimelineEntry[];
}

/** The place of the first entry at or after a position. */
export function placeOf(
  entries: readonly TimelineEntry[],
  seq: number,
): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = entries[middle];
    if (entry !== undefined && entry.seq < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Two stretches as one; what both hold is taken from the first. */
function joined(first: HeldRange, second: HeldRange): HeldRange {
  const before = second.entries.filter(({ seq }) => seq < first.fromSeq);
  const after = second.entries.filter(({ seq }) => seq > first.toSeq);
  return {
    fromSeq: Math.min(first.fromSeq, second.fromSeq),
    toSeq: Math.max(first.toSeq, second.toSeq),
    entries: [...before, ...first.entries, ...after],
  };
}

const touches = (one: HeldRange, other: HeldRange): boolean =>
  one.fromSeq <= other.toSeq + 1 && other.fromSeq <= one.toSeq + 1;

/** The stretches of one log that are held: in order, apart from each other. */
export class HeldRanges {
  #ranges: readonly HeldRange[] = [];

  get all(): readonly HeldRange[] {
    return this.#ranges;
  }

  /** The stretch with this position in it. */
  at(seq: number): HeldRange | undefined {
    return this.#ranges.find(
      ({ fromSeq, toSeq }) => fromSeq <= seq && seq <= toSeq,
    );
  }

  /**
   * Adds a stretch; those it touches become one with it. What was held before stays the same objects, unless the
   * stretch is `fresher` than what is held.
   */
  add(range: HeldRange, how: "as held" | "fresher" = "as held"): void {
    if (range.toSeq < range.fromSeq) return;
    const near = this.#ranges.filter((one) => touches(one, range));
    const apart = this.#ranges.filter((one) => !touches(one, range));
    const whole = near.reduce(
      (sum, held) =>
        how === "fresher" ? joined(sum, held) : joined(held, sum),
      range,
    );
    this.#ranges = [...apart, whole].sort(
      (one, other) => one.fromSeq - other.fromSeq,
    );
  }

  replace(old: HeldRange, range: HeldRange): void {
    this.#ranges = this.#ranges.map((one) => (one === old ? range : one));
  }

  /** Keeps this stretch alone. */
  keepOnly(range: HeldRange | undefined): void {
    this.#ranges = range === undefined ? [] : [range];
  }

  /** Amends the entry a change speaks of, if it is held; a deletion also what repeats words of it. */
  amend(change: EntryChange, entryAfter: Amend): void {
    this.#amendAt(change.messageSeq, change, entryAfter);
    if (change.type !== "message.deleted") return;
    const { messageSeq } = change;
    for (const { entries } of this.all)
      for (const entry of entries)
        if (entry.type === "message.pinned" && entry.messageSeq === messageSeq)
          this.#amendAt(entry.seq, change, entryAfter);
  }

  #amendAt(seq: number, change: EntryChange, entryAfter: Amend): void {
    const range = this.at(seq);
    if (range === undefined) return;
    const place = placeOf(range.entries, seq);
    const entry = range.entries[place];
    if (entry === undefined) return;
    const after = entryAfter(entry, change);
    if (after !== entry)
      this.replace(range, {
        ...range,
        entries: range.entries.with(place, after),
      });
  }
}

/** The newest so many entries of a stretch. */
export function newestOf(range: HeldRange, count: number): HeldRange {
  if (range.entries.length <= count) return range;
  const entries = count === 0 ? [] : range.entries.slice(-count);
  const fromSeq = entries[0]?.seq ?? range.toSeq + 1;
  return { ...range, fromSeq, entries };
}

/** The oldest so many entries of a stretch. */
export function oldestOf(range: HeldRange, count: number): HeldRange {
  if (range.entries.length <= count) return range;
  const entries = range.entries.slice(0, count);
  const toSeq = (range.entries[count]?.seq ?? range.toSeq + 1) - 1;
  return { ...range, toSeq, entries };
}
