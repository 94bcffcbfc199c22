import type { EventBus } from "../../../platform/event-bus.ts";
import type { StatementRunner } from "../../../platform/db/statements.ts";
import type { Hub } from "../../../platform/realtime/hub.ts";
import { conversationView } from "../store/conversation-views.ts";

export interface TellArrangementsDeps {
  readonly bus: EventBus;
  readonly db: StatementRunner;
  readonly hub: Pick<Hub, "notify" | "isConnected">;
}

/** What a member arranged on one device shows on their others. */
export function tellArrangements({
  bus,
  db,
  hub,
}: TellArrangementsDeps): Disposable {
  return bus.on("member.arranged", async ({ conversationId, principalId }) => {
    if (!hub.isConnected(principalId)) return;
    const view = await conversationView(db, conversationId, principalId);
    if (view?.isMember !== true) return;
    const { conversation } = view;
    hub.notify([principalId], { type: "conversation.changed", conversation });
  });
}
