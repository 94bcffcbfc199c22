import type { Call, ConversationId } from "@veche/contracts";
import {
  createStore,
  type Readable,
  type RealtimeClient,
} from "@veche/realtime-client";

/** Calls of groups that go on now, by their conversation. */
export interface GroupCalls {
  readonly state: Readable<ReadonlyMap<ConversationId, Call>>;
  readonly close: () => void;
}

/** Follows what is told of calls. What ended while the line was cut is not told again: with a new line it begins anew. */
export function createGroupCalls(
  realtime: Pick<RealtimeClient, "on" | "state">,
): GroupCalls {
  const state = createStore<ReadonlyMap<ConversationId, Call>>(new Map());
  const endings = [
    realtime.on("call.changed", ({ call }) => {
      if (call.kind !== "group") return;
      const calls = new Map(state.get());
      const known = calls.get(call.conversationId);
      if (known?.id === call.id && known.revision > call.revision) return;
      if (call.state !== "ended") calls.set(call.conversationId, call);
      else if (known?.id === call.id) calls.delete(call.conversationId);
      state.set(calls);
    }),
    realtime.on("conversation.gone", ({ conversationId }) => {
      const calls = new Map(state.get());
      if (calls.delete(conversationId)) state.set(calls);
    }),
    realtime.state.subscribe(() => {
      if (realtime.state.get().kind === "connecting") state.set(new Map());
    }),
  ];
  return {
    state,
    close: () => {
      for (const end of endings) end();
    },
  };
}
