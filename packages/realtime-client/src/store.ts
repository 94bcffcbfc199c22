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

/**
 * A part of a value that tells its watchers only when that part changed. Nothing is worked out while nobody watches
 * but on asking.
 */
export const select = <Value, Part>(
  source: Readable<Value>,
  pick: (value: Value) => Part,
  isSame: (one: Part, other: Part) => boolean = Object.is,
): Readable<Part> => {
  let seen: { readonly value: Value; readonly part: Part } | undefined;
  const get = (): Part => {
    const value = source.get();
    if (seen !== undefined && Object.is(seen.value, value)) return seen.part;
    const picked = pick(value);
    const part =
      seen !== undefined && isSame(seen.part, picked) ? seen.part : picked;
    seen = { value, part };
    return part;
  };
  return {
    get,
    subscribe: (listener) => {
      let known = get();
      return source.subscribe(() => {
        const part = get();
        if (Object.is(part, known)) return;
        known = part;
        listener();
      });
    },
  };
};

/** Are two lists of the very same items? */
export const sameItems = <Item>(
  one: readonly Item[],
  other: readonly Item[],
): boolean =>
  one.length === other.length &&
  one.every((item, index) => Object.is(item, other[index]));
