import type { LogWalk } from "./log-walk.ts";

/** The view stays at the end and grows backwards. */
export const endOfLogWalk: LogWalk = {
  loadNewer: () => Promise.resolve(),
  jumpTo: () => Promise.resolve(null),
  toNewest: () => Promise.resolve(),
  grown: () => undefined,
};
