import type { Call } from "@veche/contracts";

/** How long both sides were in a call, ms; 0 when they never were, or when it goes on. */
export const talkMs = ({
  liveAt,
  endedAt,
}: Pick<Call, "liveAt" | "endedAt">): number =>
  liveAt === null || endedAt === null
    ? 0
    : Math.max(0, Date.parse(endedAt) - Date.parse(liveAt));
