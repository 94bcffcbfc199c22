/**
 * A value that can be watched. `useSyncExternalStore(store.subscribe, store.get)` reads it in React and Preact:
 * `get` gives the same object until the value changes.
 */
export interface Readable<Value> {
  readonly get: () => Value;
  /** Calls `listener` after every change; the answer ends it. */
  readonly subscribe: (listener: () => void) => () => void;
}

export interface Store<Value> extends Readable<Value> {
  /** The very same value again tells nobody. */
  readonly set: (value: Value) => void;
}

export const createStore = <Value>(initial: Value): Store<Value> => {
  let present = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => present,
    set: (value) => {
      if (Object.is(value, present)) return;
      present = value;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      // A wrapper of its own, so that the same function may listen twice and leave once.
      const own = (): void => {
        listener();
      };
      listeners.add(own);
      return () => {
        listeners.delete(own);
      };
    },
  };
};
