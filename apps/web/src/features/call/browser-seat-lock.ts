import type { CallId } from "@veche/contracts";
import type { SeatLock } from "./call-place.ts";

/** A page that reloads frees its lock only when the old page is gone: the new one waits this long for it. */
const patienceMs = 1500;
const storageKey = "veche.call";

export interface SeatLockPowers {
  /** Undefined on pages without encryption. */
  readonly locks: Pick<LockManager, "request"> | undefined;
  /** The tab's own memory: outlives a reload. */
  readonly tabStorage: Pick<Storage, "getItem" | "setItem" | "removeItem">;
}

function hold(
  locks: Pick<LockManager, "request">,
  name: string,
  options: LockOptions,
) {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const isTaken = new Promise<boolean>((resolve) => {
    // Rejects when the patience is over, or later when another tab takes the lock by force.
    locks
      .request(name, options, () => {
        resolve(true);
        return released;
      })
      .catch(() => resolve(false));
  });
  return { isTaken, release };
}

/** Web Locks where the browser has them; elsewhere the tab's own memory of the call it was in. */
export function createSeatLock({
  locks,
  tabStorage,
}: SeatLockPowers): SeatLock {
  let release = (): void => undefined;
  return {
    take: async (callId: CallId, { isForced }) => {
      release();
      if (locks === undefined) {
        const isOurs = isForced || tabStorage.getItem(storageKey) === callId;
        if (isOurs) tabStorage.setItem(storageKey, callId);
        return isOurs;
      }
      const options = isForced
        ? { steal: true }
        : { signal: AbortSignal.timeout(patienceMs) };
      const held = hold(locks, `veche-call-${callId}`, options);
      release = held.release;
      return held.isTaken;
    },
    release: () => {
      release();
      release = () => undefined;
      if (locks === undefined) tabStorage.removeItem(storageKey);
    },
  };
}
