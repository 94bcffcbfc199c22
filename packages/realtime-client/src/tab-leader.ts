import { createStore, type Readable } from "./store.ts";

/** Exactly one tab of this browser profile leads under a name; when it closes, another takes over by itself. */
export interface TabLeader {
  readonly isLeader: Readable<boolean>;
  /** Steps down and stays down. */
  readonly resign: () => void;
}

type LockPower = Pick<LockManager, "request">;

/* Web Locks exist in secure contexts only. */
const browserLocks = (): LockPower | null =>
  // Older and insecure pages lack what the types promise.
  (globalThis.navigator as Partial<Navigator> | undefined)?.locks ?? null;

/** Runs for leadership. Without Web Locks (null) every tab leads itself alone. */
export const createTabLeader = (
  name: string,
  locks: LockPower | null = browserLocks(),
): TabLeader => {
  const isLeader = createStore(locks === null);
  const candidacy = new AbortController();
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const lead = (): Promise<void> => {
    isLeader.set(true);
    return held;
  };
  // Rejects only when the candidacy is withdrawn, or when the page may not lock: then it does not lead.
  locks
    ?.request(name, { signal: candidacy.signal }, lead)
    .catch(() => undefined);
  return {
    isLeader,
    resign: () => {
      candidacy.abort();
      isLeader.set(false);
      release();
    },
  };
};
