import type { JoinId } from "@veche/contracts";

/** On a slow machine a handshake takes its time, and who lost their way builds another by themselves within that. */
const goneAfterMs = 20_000;

export interface PeersSeen {
  /** Who has a seat in the room. */
  readonly seated: Iterable<JoinId>;
  /** Does the media server hold a standing connection of theirs? */
  readonly isUp: (joinId: JoinId) => boolean;
  readonly nowMs: number;
}

/** Whose connection is missing for long, and who has one again. */
export interface PeerChanges {
  readonly gone: readonly JoinId[];
  readonly back: readonly JoinId[];
}

/**
 * Who has a seat and no connection to the media server: they never built one, or it broke and they did not build
 * another. Each is told of once when they are gone, and once when they are back.
 */
export class PeerWatch {
  #missingSinceMs = new Map<JoinId, number>();
  readonly #gone = new Set<JoinId>();

  look({ seated, isUp, nowMs }: PeersSeen): PeerChanges {
    const present = [...seated];
    const back = present.filter(
      (joinId) => isUp(joinId) && this.#gone.delete(joinId),
    );
    const before = this.#missingSinceMs;
    this.#missingSinceMs = new Map(
      present
        .filter((joinId) => !isUp(joinId))
        .map((joinId) => [joinId, before.get(joinId) ?? nowMs]),
    );
    const gone = [...this.#missingSinceMs].flatMap(([joinId, sinceMs]) =>
      nowMs - sinceMs >= goneAfterMs && !this.#gone.has(joinId) ? [joinId] : [],
    );
    for (const joinId of gone) this.#gone.add(joinId);
    for (const joinId of this.#gone)
      if (!this.#missingSinceMs.has(joinId)) this.#gone.delete(joinId);
    return { gone, back };
  }
}
