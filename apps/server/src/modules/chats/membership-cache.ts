import type { ConversationId, PrincipalId } from "@veche/contracts";
import type { EventBus } from "../../platform/event-bus.ts";

export interface MembershipCacheOptions {
  readonly bus: EventBus;
  readonly load: (
    conversationId: ConversationId,
  ) => Promise<readonly PrincipalId[]>;
  readonly maxConversations: number;
}

/** Present members by conversation, for those who spread what happens in it. The oldest used fall out. */
export interface MembershipCache extends Disposable {
  membersOf(conversationId: ConversationId): Promise<readonly PrincipalId[]>;
}

export function createMembershipCache({
  bus,
  load,
  maxConversations,
}: MembershipCacheOptions): MembershipCache {
  // Loads are kept, not results: one begun before a change is forgotten with it and can never come back later.
  const loads = new Map<ConversationId, Promise<readonly PrincipalId[]>>();

  const startLoad = (
    conversationId: ConversationId,
  ): Promise<readonly PrincipalId[]> => {
    const loading = load(conversationId);
    loading.catch(() => {
      if (loads.get(conversationId) === loading) loads.delete(conversationId);
    });
    return loading;
  };

  const subscription = bus.on("members.changed", ({ conversationId }) => {
    loads.delete(conversationId);
  });

  return {
    membersOf(conversationId) {
      const members = loads.get(conversationId) ?? startLoad(conversationId);
      // Set again: the map's order is then the order of use.
      loads.delete(conversationId);
      loads.set(conversationId, members);
      if (loads.size > maxConversations) {
        const [oldest] = loads.keys();
        if (oldest !== undefined) loads.delete(oldest);
      }
      return members;
    },
    [Symbol.dispose]() {
      subscription[Symbol.dispose]();
      loads.clear();
    },
  };
}
