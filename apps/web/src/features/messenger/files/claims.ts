import {
  createTabLeader,
  type Powers,
  type TabLeader,
} from "@veche/realtime-client";

/** Which files on their way this page has for itself: one page sends a file, and when it goes another may. */
export interface Claims {
  /** Calls once the file is this page's; until `release` it is nobody else's. */
  readonly claim: (uploadId: string, onMine?: () => void) => void;
  /** The same of another tab's file, once that tab has gone for good: one that is loaded anew has its own back. */
  readonly inherit: (uploadId: string, onMine: () => void) => void;
  readonly has: (uploadId: string) => boolean;
  readonly release: (uploadId: string) => void;
  readonly all: () => readonly string[];
}

/** A tab that is loaded anew stands again within this time. */
const returnWithinMs = 10_000;
/** What nobody has is given at once. */
const givenWithinMs = 200;

export interface ClaimPowers {
  /** Null: without Web Locks every page has all to itself; it keeps nothing for another. */
  readonly locks: Pick<LockManager, "request"> | null;
  readonly powers: Pick<Powers, "nowMs" | "after">;
}

export function createClaims({ locks, powers }: ClaimPowers): Claims {
  const leaders = new Map<string, Pick<TabLeader, "resign">>();
  const claim: Claims["claim"] = (uploadId, onMine = () => undefined) => {
    const leader = createTabLeader(`veche-upload-${uploadId}`, locks);
    leaders.set(uploadId, leader);
    if (leader.isLeader.get()) onMine();
    else {
      const leave = leader.isLeader.subscribe(() => {
        leave();
        if (leader.isLeader.get()) onMine();
      });
    }
  };
  const release: Claims["release"] = (uploadId) => {
    const leader = leaders.get(uploadId);
    leaders.delete(uploadId);
    leader?.resign();
  };
  const inherit: Claims["inherit"] = (uploadId, onMine) => {
    const askedAt = powers.nowMs();
    claim(uploadId, () => {
      if (powers.nowMs() - askedAt <= givenWithinMs) {
        onMine();
        return;
      }
      // Its tab let go of it just now, and may only be loaded anew.
      release(uploadId);
      const resign = powers.after(returnWithinMs, () =>
        inherit(uploadId, onMine),
      );
      leaders.set(uploadId, { resign });
    });
  };
  return {
    claim,
    inherit,
    has: (uploadId) => leaders.has(uploadId),
    release,
    all: () => [...leaders.keys()],
  };
}
