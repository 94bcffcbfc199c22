import type { Memory } from "./face.ts";

/**
 * Wraps a browser storage so that it never throws. Reading the property itself may throw (storage forbidden),
 * hence the getter; what cannot be stored is kept for as long as the page lives.
 */
export function createMemory(storageOf: () => Storage): Memory {
  const pageOnly = new Map<string, string>();
  const attempt = <Result>(
    act: (storage: Storage) => Result,
    otherwise: Result,
  ): Result => {
    try {
      return act(storageOf());
    } catch {
      // Forbidden, full or absent: the page-long copy stands in.
      return otherwise;
    }
  };
  return {
    read: (key) =>
      attempt((storage) => storage.getItem(key), null) ??
      pageOnly.get(key) ??
      null,
    write(key, value) {
      const isStored = attempt((storage) => {
        storage.setItem(key, value);
        return true;
      }, false);
      if (!isStored) pageOnly.set(key, value);
    },
    remove(key) {
      pageOnly.delete(key);
      attempt((storage) => {
        storage.removeItem(key);
      }, undefined);
    },
  };
}
