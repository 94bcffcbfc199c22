/**
 * A value that can be watched. `useSyncExternalStore(store.subscribe, store.get)` reads it in React and Preact:
 * `get` gives the same object until the value changes.
 */
export interface Readable<Value> {
  readonly get: () => Value;
  /** Calls `listener` after every change; the answer ends it. */
  readonly subscribe: (listener: () => void) => () => void;
}

export class Store<Value> implements Readable<Value> {
  #present: Value;
  readonly #listeners = new Set<() => void>();

  constructor(initial: Value) {
    this.#present = initial;
  }

  readonly get = (): Value => this.#present;

  readonly subscribe = (listener: () => void): (() => void) => {
    const own = (): void => {
      listener();
    };
    this.#listeners.add(own);
    return () => {
      this.#listeners.delete(own);
    };
  };

  set(value: Value): void {
    if (Object.is(value, this.#present)) return;
    this.#present = value;
    for (const listener of [...this.#listeners]) listener();
  }
}
