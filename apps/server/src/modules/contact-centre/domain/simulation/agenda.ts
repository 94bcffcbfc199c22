interface Entry {
  readonly atMs: number;
  readonly order: number;
  readonly happen: () => void;
}

/** What is going to happen, in order of time; equal times in the order they were planned. */
export interface Agenda {
  readonly nowMs: number;
  /** When the next thing will happen. */
  readonly nextMs: number | undefined;
  at(atMs: number, happen: () => void): void;
  after(delayMs: number, happen: () => void): void;
  /** Lets the next thing happen; false when nothing is left. */
  next(): boolean;
}

export function createAgenda(): Agenda {
  const heap: Entry[] = [];
  let nowMs = 0;
  let order = 0;
  const at = (atMs: number, happen: () => void): void => {
    push(heap, { atMs: Math.max(atMs, nowMs), order: (order += 1), happen });
  };
  return {
    get nowMs() {
      return nowMs;
    },
    get nextMs() {
      return heap[0]?.atMs;
    },
    at,
    after: (delayMs, happen) => {
      at(nowMs + delayMs, happen);
    },
    next() {
      const entry = pop(heap);
      if (entry === undefined) return false;
      nowMs = entry.atMs;
      entry.happen();
      return true;
    },
  };
}

const isBefore = (a: Entry, b: Entry): boolean =>
  a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);

function push(heap: Entry[], entry: Entry): void {
  let index = heap.push(entry) - 1;
  while (index > 0) {
    const parentIndex = (index - 1) >> 1;
    const parent = heap[parentIndex];
    if (parent === undefined || !isBefore(entry, parent)) break;
    heap[index] = parent;
    index = parentIndex;
  }
  heap[index] = entry;
}

function pop(heap: Entry[]): Entry | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0)
    return first;
  let index = 0;
  for (;;) {
    const childIndex = smallerChild(heap, index);
    const child = heap[childIndex];
    if (child === undefined || !isBefore(child, last)) break;
    heap[index] = child;
    index = childIndex;
  }
  heap[index] = last;
  return first;
}

function smallerChild(heap: readonly Entry[], index: number): number {
  const left = heap[index * 2 + 1];
  const right = heap[index * 2 + 2];
  return left !== undefined && right !== undefined && isBefore(right, left)
    ? index * 2 + 2
    : index * 2 + 1;
}
