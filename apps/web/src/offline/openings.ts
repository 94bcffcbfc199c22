/** Pages that pressed notifications lead to, by word of the worker or of this very page. */
export interface Openings {
  readonly tell: (path: string) => void;
  /** The answer ends it. What was told before anybody listened is told to the first who does. */
  readonly listen: (listener: (path: string) => void) => () => void;
}

const isOwnPage = (path: unknown): path is string =>
  typeof path === "string" && /^\/(?![/\\])/u.test(path);

export function createOpenings(
  workers: Pick<ServiceWorkerContainer, "addEventListener"> | undefined,
): Openings {
  const listeners = new Set<(path: string) => void>();
  let waiting: string | null = null;
  const tell = (path: string) => {
    if (listeners.size === 0) waiting = path;
    for (const listener of [...listeners]) listener(path);
  };
  workers?.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (typeof data !== "object" || data === null) return;
    const { kind, path } = data as Partial<Record<string, unknown>>; // each field is checked
    if (kind === "open" && isOwnPage(path)) tell(path);
  });
  return {
    tell,
    listen: (listener) => {
      listeners.add(listener);
      const path = waiting;
      waiting = null;
      if (path !== null) listener(path);
      return () => void listeners.delete(listener);
    },
  };
}
