export interface FocusLockDeps {
  /** Absent on pages without encryption. */
  readonly locks: Pick<LockManager, "request" | "query"> | undefined;
  /** Of the person who is signed in: other people's windows are others' affair. */
  readonly name: string;
  /** Whether somebody works in this window now, and word when that changes; the answer ends it. */
  readonly hasFocus: () => boolean;
  readonly onFocusChange: (listener: () => void) => () => void;
}

/** Which window of this browser is worked in: at most one says so, and a window that died says nothing more. */
export interface FocusLock {
  readonly isHere: () => boolean;
  readonly isElsewhere: () => Promise<boolean>;
  readonly close: () => void;
}

export function createFocusLock({
  locks,
  name,
  hasFocus,
  onFocusChange,
}: FocusLockDeps): FocusLock {
  let letGo: (() => void) | undefined;
  let isHeld = false;
  const take = () => {
    if (letGo !== undefined || locks === undefined) return;
    const { promise: until, resolve } = Promise.withResolvers<undefined>();
    const candidacy = new AbortController();
    letGo = () => {
      candidacy.abort();
      resolve(undefined);
      isHeld = false;
      letGo = undefined;
    };
    const hold = () => {
      isHeld = !candidacy.signal.aborted;
      return until;
    };
    // Rejects when the focus goes before the lock came.
    locks
      .request(name, { signal: candidacy.signal }, hold)
      .catch(() => undefined);
  };
  const look = () => {
    if (hasFocus()) take();
    else letGo?.();
  };
  const leave = onFocusChange(look);
  look();
  return {
    isHere: () => (locks === undefined ? hasFocus() : isHeld),
    async isElsewhere() {
      if (locks === undefined || isHeld) return false;
      const { held = [] } = await locks.query();
      return held.some((lock) => lock.name === name);
    },
    close: () => {
      leave();
      letGo?.();
    },
  };
}
