/** How far a member has been delivered to and has read; reading includes delivery. */
export interface Cursors {
  readonly deliveredTo: number;
  readonly readTo: number;
}

/** Where a log ends, and where its last entry stands that is not itself a receipt. */
export interface LogEnd {
  readonly headSeq: number;
  readonly lastEntrySeq: number;
}

/**
 * The cursors after a wish to move them: forward only, never beyond the log's end, and only past something worth
 * confirming. Otherwise each receipt, being an entry itself, would be confirmed by all others for ever.
 */
export function moveCursors(
  present: Cursors,
  wanted: Cursors,
  end: LogEnd,
): Cursors {
  const move = (from: number, to: number): number =>
    from < end.lastEntrySeq ? Math.max(from, Math.min(to, end.headSeq)) : from;
  const readTo = move(present.readTo, wanted.readTo);
  const deliveredTo = move(
    present.deliveredTo,
    Math.max(wanted.deliveredTo, readTo),
  );
  return { deliveredTo: Math.max(deliveredTo, readTo), readTo };
}

export const areSame = (one: Cursors, other: Cursors): boolean =>
  one.deliveredTo === other.deliveredTo && one.readTo === other.readTo;

/** The wish that covers two wishes. */
export const furthest = (one: Cursors, other: Cursors): Cursors => ({
  deliveredTo: Math.max(one.deliveredTo, other.deliveredTo),
  readTo: Math.max(one.readTo, other.readTo),
});
