import type { Clock } from "./clock.ts";
import type { Log } from "./log.ts";
import { createSingleTimer } from "./single-timer.ts";
import type { Timers } from "./timers.ts";

export interface AlarmDeps {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  /** Rounds come at least this often: what another node did is seen by then. */
  readonly atLeastEveryMs: number;
  /** Does what is due and answers with the instant of the next deadline, if there is one. */
  readonly round: () => Promise<Date | undefined>;
}

/** Work that follows deadlines kept in the database: one timer, set to the nearest. */
export interface Alarm extends AsyncDisposable {
  /** Asks for a round now. Asked during a round, it comes right after; asked many times, it comes once. */
  ring(): void;
  /** Asks for a round soon: a new deadline is never nearer than that, and what is urgent goes before. */
  nudge(): void;
  /** Settles when no round is running or asked for. */
  quiet(): Promise<void>;
}

const retryAfterMs = 1_000;
const nudgeMs = 100;

export function createAlarm(deps: AlarmDeps): Alarm {
  const nudging = createSingleTimer(deps.timers);
  const state = { isAsked: false, isOver: false };
  let timer: Disposable | undefined;
  let running: Promise<void> | undefined;

  const runRounds = async (): Promise<void> => {
    while (state.isAsked && !state.isOver) {
      state.isAsked = false;
      timer?.[Symbol.dispose]();
      timer = deps.timers.after(await runOnce(deps), ring);
    }
    if (state.isOver) timer?.[Symbol.dispose]();
    running = undefined;
  };

  function ring(): void {
    if (state.isOver) return;
    nudging.stop();
    state.isAsked = true;
    running ??= Promise.resolve().then(runRounds);
  }

  return {
    ring,
    nudge() {
      if (!state.isOver) nudging.start(nudgeMs, ring);
    },
    quiet: async () => {
      if (nudging.isRunning()) ring();
      while (running !== undefined) await running;
    },
    [Symbol.asyncDispose]: async () => {
      state.isOver = true;
      nudging.stop();
      timer?.[Symbol.dispose]();
      await running;
    },
  };
}

/** One round; answers with how long the next may wait. */
async function runOnce({
  clock,
  log,
  round,
  atLeastEveryMs,
}: AlarmDeps): Promise<number> {
  try {
    const next = await round();
    if (next === undefined) return atLeastEveryMs;
    return Math.max(
      0,
      Math.min(next.getTime() - clock.now().getTime(), atLeastEveryMs),
    );
  } catch (error) {
    log.error({ error }, "a round of due work failed and is tried again");
    return Math.min(retryAfterMs, atLeastEveryMs);
  }
}
