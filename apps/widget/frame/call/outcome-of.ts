import type { CallSnapshot } from "@veche/call-client";
import type { CallEndReason } from "@veche/contracts";
import type { CallOutcome } from "../session/screen.ts";

type Ended = Pick<CallSnapshot, "state" | "call">;

/** The session's end is the call's end for whoever was in it; the others are of calls between colleagues. */
const plainReason = (
  reason: CallEndReason,
): Exclude<CallEndReason, "ended" | "busy" | "moved"> =>
  reason === "ended" || reason === "busy" || reason === "moved"
    ? "hung_up"
    : reason;

/** How the call ended, for the page of thanks; null when it goes on without this tab. */
export function outcomeOf(
  { state, call }: Ended,
  nowMs: number,
): CallOutcome | null {
  if (state.kind !== "ended" || call === null) return null;
  if (
    state.reason === "elsewhere" ||
    state.reason === "left" ||
    state.reason === "removed"
  )
    return null;
  const endMs = call.endedAt === null ? nowMs : Date.parse(call.endedAt);
  return {
    callId: call.id,
    media: call.media,
    reason: plainReason(state.reason),
    durationMs:
      call.liveAt === null ? 0 : Math.max(0, endMs - Date.parse(call.liveAt)),
  };
}
