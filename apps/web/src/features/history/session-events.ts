import type { RequestId, TimelineEvent } from "@veche/contracts";

/** One customer's conversation holds all their sessions: the events from this session's request to its end. */
export function sessionEvents(
  events: readonly TimelineEvent[],
  requestId: RequestId,
): readonly TimelineEvent[] {
  const from = events.findIndex(
    (event) =>
      event.type === "request.created" && event.requestId === requestId,
  );
  if (from === -1) return [];
  const end = events.findIndex(
    (event) => event.type === "request.ended" && event.requestId === requestId,
  );
  if (end === -1) return events.slice(from);
  // The customer says afterwards how it was.
  const rated = events
    .slice(end + 1)
    .filter(
      (event) =>
        event.type === "request.rated" && event.requestId === requestId,
    );
  return [...events.slice(from, end + 1), ...rated];
}

/** Is the beginning of the session among these events? */
export const holdsStart = (
  events: readonly TimelineEvent[],
  requestId: RequestId,
): boolean =>
  events.some(
    (event) =>
      event.type === "request.created" && event.requestId === requestId,
  );
