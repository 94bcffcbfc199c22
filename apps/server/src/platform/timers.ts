/** Runs something later. Waits that must outlive the process stand in the database instead. */
export interface Timers {
  /** Runs `task` once after `delayMs` unless disposed before. */
  after(delayMs: number, task: () => void): Disposable;
  /** Runs `task` every `intervalMs` until disposed. */
  every(intervalMs: number, task: () => void): Disposable;
}

export const systemTimers: Timers = {
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs);
    return { [Symbol.dispose]: () => clearTimeout(timer) };
  },
  every(intervalMs, task) {
    const timer = setInterval(task, intervalMs);
    return { [Symbol.dispose]: () => clearInterval(timer) };
  },
};
