import type { FileId } from "@veche/contracts";

/** The right to write to one upload; given back by disposal. */
interface UploadTurn extends Disposable {
  readonly signal: AbortSignal;
}

/**
 * One writer an upload. A second part for the same file means that the line of the first is broken and nobody has
 * noticed: the first is stopped, keeps what it has, and the second goes on.
 */
export interface UploadTurns {
  take(fileId: FileId): Promise<UploadTurn>;
  /** Stops all that run and settles when they have. */
  end(): Promise<void>;
}

export function createUploadTurns(): UploadTurns {
  const running = new Map<
    FileId,
    { readonly stop: AbortController; readonly over: Promise<void> }
  >();
  return {
    async take(fileId) {
      for (let one = running.get(fileId); one; one = running.get(fileId)) {
        one.stop.abort();
        await one.over;
      }
      const stop = new AbortController();
      const over = Promise.withResolvers<undefined>();
      running.set(fileId, { stop, over: over.promise });
      return {
        signal: stop.signal,
        [Symbol.dispose]() {
          running.delete(fileId);
          over.resolve(undefined);
        },
      };
    },
    async end() {
      for (const { stop } of running.values()) stop.abort();
      await Promise.all([...running.values()].map(({ over }) => over));
    },
  };
}
