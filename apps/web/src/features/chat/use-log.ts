import type { ConversationId } from "@veche/contracts";
import type { RealtimeClient } from "@veche/realtime-client";
import { useEffect } from "react";
import { useStore } from "../../platform/store/use-store.ts";

/** A conversation's log with at least its last page, and my messages to it that are on their way. */
export function useLog(
  realtime: RealtimeClient,
  conversationId: ConversationId,
) {
  const log = realtime.log(conversationId);
  const snapshot = useStore(log);
  const unsent = useStore(realtime.unsent).filter(
    (message) => message.conversationId === conversationId,
  );
  const isBare = snapshot.events.length === 0 && snapshot.hasOlder;
  useEffect(() => {
    // A failure leaves `hasOlder`: the reader's button asks again.
    if (isBare) log.loadOlder().catch(() => undefined);
  }, [log, isBare]);
  return { log, snapshot, unsent };
}
