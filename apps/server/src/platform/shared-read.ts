/**
 * One reading for all who ask at the same time. Whoever asks while a reading is under way waits for the next one, so
 * nobody is given what was read before they asked; a thousand who come back at once cost two readings.
 */
export function createSharedRead<Value>(
  read: () => Promise<Value>,
): () => Promise<Value> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<Value> | undefined;
  return () => {
    next ??= running
      .catch(() => undefined)
      .then(() => {
        const begun = read();
        running = begun;
        next = undefined;
        return begun;
      });
    return next;
  };
}
