import type { Presence, PresenceState, UserId } from "@veche/contracts";

/** What a person has chosen, and when they were here last. */
export interface Status {
  readonly state: PresenceState;
  readonly text: string | null;
  readonly until: Date | null;
  readonly lastSeenAt: Date | null;
}

/** How the server finds a person now. */
export interface Finding {
  readonly isHere: boolean;
  /** Here, but no device of theirs was touched for a while. */
  readonly isIdle: boolean;
  readonly isInCall: boolean;
}

const unknown: Status = {
  state: "online",
  text: null,
  until: null,
  lastSeenAt: null,
};

/** Whoever was never heard of has chosen nothing; a choice whose time is over is none. */
export function statusAt(status: Status | undefined, now: Date): Status {
  if (status === undefined) return unknown;
  const { until, lastSeenAt } = status;
  return until !== null && until <= now ? { ...unknown, lastSeenAt } : status;
}

/** What others see. Who is gone is offline whatever they chose; who looks offline is told nothing more of. */
export function presenceOf(
  userId: UserId,
  status: Status,
  finding: Finding,
): Presence {
  const isSeen = finding.isHere && status.state !== "offline";
  return {
    userId,
    state: isSeen ? seenState(status, finding) : "offline",
    isInCall: isSeen && finding.isInCall,
    text: status.text,
    until: status.until?.toISOString() ?? null,
    lastSeenAt: isSeen ? null : (status.lastSeenAt?.toISOString() ?? null),
  };
}

const seenState = ({ state }: Status, { isIdle }: Finding): PresenceState =>
  state === "online" && isIdle ? "away" : state;
