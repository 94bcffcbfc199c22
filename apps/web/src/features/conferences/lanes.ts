interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Laned<One> {
  readonly one: One;
  readonly lane: number;
  /** Of those that stand beside each other here. */
  readonly laneCount: number;
}

/** Puts what overlaps side by side, in as few lanes as can be; in the order of beginnings. */
export function inLanes<One extends Stretch>(
  all: readonly One[],
): readonly Laned<One>[] {
  const sorted = [...all].sort((a, b) => a.from - b.from || b.to - a.to);
  const placed: Laned<One>[] = [];
  let cluster: { one: One; lane: number }[] = [];
  let ends: number[] = [];
  const close = () => {
    for (const { one, lane } of cluster)
      placed.push({ one, lane, laneCount: ends.length });
    cluster = [];
    ends = [];
  };
  for (const one of sorted) {
    if (ends.every((end) => end <= one.from)) close();
    const free = ends.findIndex((end) => end <= one.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = one.to;
    cluster.push({ one, lane });
  }
  close();
  return placed;
}
