import type {
  CallEndReason,
  NewTimelineEvent,
  PrincipalId,
} from "@veche/contracts";
import { durationMs, type CallRecord } from "./call-record.ts";

interface Step {
  readonly before: CallRecord | undefined;
  readonly after: CallRecord;
  /** Who did it; null when time did. */
  readonly actorId: PrincipalId | null;
  readonly isTold?: boolean;
}

/** People talk from now on; in another conversation anew. */
export const isBegun = ({ before, after }: Step): boolean =>
  after.state === "active" &&
  (before?.state !== "active" ||
    before.conversationId !== after.conversationId);

/** What the log of the call's conversation says of a step: when people talked or it rang. */
export function entriesOf(step: Step): readonly NewTimelineEvent[] {
  const { after, actorId, isTold } = step;
  const { id: callId, media } = after;
  const entries: NewTimelineEvent[] = [];
  if (isBegun(step)) {
    const told = isTold === true ? { isTold } : {};
    entries.push({ type: "call.started", actorId, callId, media, ...told });
  }
  // A customer who waited alone called nobody yet: the request's own entries say it all.
  if (
    after.state === "ended" &&
    after.endReason !== null &&
    (after.seats.length > 1 || after.kind === "group")
  )
    entries.push({
      ...endEntry(after, after.endReason, durationMs(after)),
      actorId,
    });
  return entries;
}

export const endEntry = (
  { id: callId, callerId, media }: CallRecord,
  reason: CallEndReason,
  talkedMs: number,
): NewTimelineEvent => ({
  type: "call.ended",
  actorId: null,
  callId,
  reason,
  callerId,
  media,
  durationMs: talkedMs,
});
