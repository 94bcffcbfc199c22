import type { ConversationId, PrincipalId } from "@veche/contracts";
import type { EventBus } from "../../../platform/event-bus.ts";
import {
  tellConversation,
  type TellConversationDeps,
} from "./tell-conversation.ts";

export interface TellSizesDeps extends TellConversationDeps {
  readonly bus: EventBus;
  readonly membersOf: (
    conversationId: ConversationId,
  ) => Promise<readonly PrincipalId[]>;
}

/**
 * A conversation that became large no longer has all of its members in it, one that became small has them again:
 * those who look at it are told it anew, because its log alone does not say so.
 */
export const tellSizes = (deps: TellSizesDeps): Disposable =>
  deps.bus.on("conversation.size_crossed", async ({ conversationId }) => {
    for (const principalId of await deps.membersOf(conversationId))
      await tellConversation(deps, conversationId, principalId);
  });
