import { createTabLeader, type TabLeader } from "@veche/realtime-client";

/** Which files on their way this page has for itself: one page sends a file, and when it goes another may. */
export interface Claims {
  /** Calls once the file is this page's; until `release` it is nobody else's. */
  readonly claim: (uploadId: string, onMine?: () => void) => void;
  readonly has: (uploadId: string) => boolean;
  readonly release: (uploadId: string) => void;
  readonly all: () => readonly string[];
}

/** Without Web Locks (null) every page has all to itself: it keeps nothing for another. */
export function createClaims(
  locks: Pick<LockManager, "request"> | null,
): Claims {
  const leaders = new Map<string, TabLeader>();
  return {
    claim: (uploadId, onMine = () => undefined) => {
      const leader = createTabLeader(`veche-upload-${uploadId}`, locks);
      leaders.set(uploadId, leader);
      if (leader.isLeader.get()) onMine();
      else {
        const leave = leader.isLeader.subscribe(() => {
          leave();
          if (leader.isLeader.get()) onMine();
        });
      }
    },
    has: (uploadId) => leaders.has(uploadId),
    release: (uploadId) => {
      const leader = leaders.get(uploadId);
      leaders.delete(uploadId);
      leader?.resign();
    },
    all: () => [...leaders.keys()],
  };
}
