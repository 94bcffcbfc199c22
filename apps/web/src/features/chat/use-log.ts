import type { ConversationId } from "@veche/contracts";
import type { RealtimeClient } from "@veche/realtime-client";
import { useStore } from "../../platform/store/use-store.ts";

/** A conversation's log, whose end is read by itself, and my messages to it that are on their way. */
export function useLog(
  realtime: RealtimeClient,
  conversationId: ConversationId,
) {
  const log = realtime.log(conversationId);
  const snapshot = useStore(log);
  const unsent = useStore(realtime.unsentIn(conversationId));
  return { log, snapshot, unsent };
}
