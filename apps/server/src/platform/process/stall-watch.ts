import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { Timers } from "../timers.ts";

const lookEveryMs = 500;
/** Below that a pause is the machine's, not ours. */
const worthSayingMs = 1_000;

/** Says in the log when this process stood still: for so long nobody was answered. */
export function watchStalls({
  clock,
  timers,
  log,
}: {
  readonly clock: Pick<Clock, "monotonicMs">;
  readonly timers: Pick<Timers, "every">;
  readonly log: Pick<Log, "warn">;
}): Disposable {
  let lookedAtMs = clock.monotonicMs();
  return timers.every(lookEveryMs, () => {
    const nowMs = clock.monotonicMs();
    const stalledMs = Math.round(nowMs - lookedAtMs - lookEveryMs);
    lookedAtMs = nowMs;
    if (stalledMs >= worthSayingMs)
      log.warn({ stalledMs }, "the server stood still");
  });
}
