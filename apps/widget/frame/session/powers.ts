import type { Powers } from "@veche/realtime-client";

export interface PageFacts {
  readonly url: string;
  readonly title: string;
}

/** Keeps other tabs away while it is held; `release` gives it up. */
export interface HeldLock {
  readonly release: () => void;
}

/** What the widget takes of the browser; its edge is `browser.ts`, tests bring their own. */
export interface WidgetPowers extends Powers {
  readonly fetch: typeof fetch;
  readonly page: () => PageFacts;
  readonly isPageVisible: () => boolean;
  /** Calls `listener` when the page is shown or hidden; the answer ends it. */
  readonly onVisibility: (listener: () => void) => () => void;
  /** False: the machine itself says that it has no network. */
  readonly isOnline: () => boolean;
  /** Calls `listener` when that changes; the answer ends it. */
  readonly onOnline: (listener: () => void) => () => void;
  /** Waits for its turn among the site's tabs. Where the browser has no locks, runs at once. */
  readonly alone: <Result>(
    name: string,
    task: () => Promise<Result>,
  ) => Promise<Result>;
  /** Null: another tab holds it. `steal` takes it all the same. Where the browser has no locks, always given. */
  readonly hold: (
    name: string,
    how: "if-free" | "steal",
  ) => Promise<HeldLock | null>;
  readonly createAudioContext: () => AudioContext;
}
