import type { FileId } from "@veche/contracts";

/** Wakes those who wait in this process for a file to be looked at. A hint: the table decides. */
export interface Readiness {
  readonly settled: (fileId: FileId) => void;
  /** From now on until disposal. */
  watch(fileId: FileId): Disposable & { readonly settled: Promise<void> };
}

export function createReadiness(): Readiness {
  const waiting = new Map<FileId, Set<() => void>>();
  return {
    settled(fileId) {
      for (const wake of waiting.get(fileId) ?? []) wake();
    },
    watch(fileId) {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      const wake = (): void => resolve(undefined);
      const all = waiting.get(fileId) ?? new Set();
      waiting.set(fileId, all.add(wake));
      return {
        settled: promise,
        [Symbol.dispose]() {
          all.delete(wake);
          if (all.size === 0) waiting.delete(fileId);
        },
      };
    },
  };
}
