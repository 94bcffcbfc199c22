import type { LiveNow } from "@veche/contracts";

interface Waiting {
  readonly now: LiveNow;
  /** The server's time. */
  readonly atMs: number;
  readonly withinSeconds: number;
}

/** What a supervisor has to see at once. */
export interface Alerts {
  /** Somebody has waited longer than the threshold. */
  readonly isLong: boolean;
  /** Somebody waits whom nobody is rung for, and no operator is available. */
  readonly isUnstaffed: boolean;
}

export function alertsOf({ now, atMs, withinSeconds }: Waiting): Alerts {
  const { waitingSince, waitingCount, ringingCount, operators } = now;
  const waitedMs = waitingSince === null ? 0 : atMs - Date.parse(waitingSince);
  return {
    isLong: waitedMs > withinSeconds * 1000,
    isUnstaffed:
      waitingCount > ringingCount &&
      operators.every(({ state }) => state !== "available"),
  };
}
