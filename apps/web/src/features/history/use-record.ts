import { useQuery } from "@tanstack/react-query";
import type {
  ConversationId,
  Member,
  RequestId,
  TimelineEvent,
} from "@veche/contracts";
import { useRest } from "../../platform/services.tsx";
import type { Rest } from "../../platform/rest/rest-client.ts";
import { holdsStart, sessionEvents } from "./session-events.ts";

/** One session with its rings and calls. */
export function useRecord(requestId: RequestId) {
  const rest = useRest();
  return useQuery({
    queryKey: ["history", "entry", requestId],
    queryFn: ({ signal }) =>
      rest("getHistoryEntry", { params: { requestId }, signal }),
  });
}

const pageSize = 500;
/** A session longer than this many pages is shown from its end. */
const maxPages = 10;

interface Asked {
  readonly conversationId: ConversationId;
  readonly requestId: RequestId;
  readonly signal: AbortSignal;
}

async function readSession(
  rest: Rest,
  { conversationId, requestId, signal }: Asked,
) {
  let events: readonly TimelineEvent[] = [];
  let members: readonly Member[] = [];
  for (
    let page = 0;
    page < maxPages && !holdsStart(events, requestId);
    page += 1
  ) {
    const first = events[0]?.seq;
    const query = {
      limit: pageSize,
      ...(first === undefined ? {} : { beforeSeq: first }),
    };
    const part = await rest("getTimeline", {
      params: { conversationId },
      query,
      signal,
    });
    events = [...part.events, ...events];
    members = part.members;
    if (!part.hasMore) break;
  }
  return { events: sessionEvents(events, requestId), members };
}

/** What was written and what happened in one session of a customer's conversation. */
export function useSessionLog(
  conversationId: ConversationId,
  requestId: RequestId,
) {
  const rest = useRest();
  return useQuery({
    queryKey: ["history", "log", requestId],
    queryFn: ({ signal }) =>
      readSession(rest, { conversationId, requestId, signal }),
  });
}
