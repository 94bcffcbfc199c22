import type { ConversationId, PrincipalId } from "@veche/contracts";
import type { StatementRunner } from "../../../platform/db/statements.ts";
import type { EventBus } from "../../../platform/event-bus.ts";
import type { Hub } from "../../../platform/realtime/hub.ts";
import { conversationView } from "../store/conversation-views.ts";

export interface TellSizesDeps {
  readonly bus: EventBus;
  readonly db: StatementRunner;
  readonly hub: Pick<Hub, "notify" | "isConnected">;
  readonly membersOf: (
    conversationId: ConversationId,
  ) => Promise<readonly PrincipalId[]>;
}

/**
 * A conversation that became large no longer has all of its members in it, one that became small has them again:
 * those who look at it are told it anew, because its log alone does not say so.
 */
export function tellSizes({
  bus,
  db,
  hub,
  membersOf,
}: TellSizesDeps): Disposable {
  return bus.on("conversation.size_crossed", async ({ conversationId }) => {
    const members = await membersOf(conversationId);
    for (const principalId of members.filter((one) => hub.isConnected(one))) {
      const view = await conversationView(db, conversationId, principalId);
      if (view?.isMember !== true) continue;
      const { conversation } = view;
      hub.notify([principalId], { type: "conversation.changed", conversation });
    }
  });
}
