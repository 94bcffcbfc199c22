import {
  isOpenOn,
  seenOn,
  type Conversation,
  type DeviceClass,
} from "@veche/contracts";
import type { StatementRunner } from "../../../platform/db/statements.ts";
import type { Hub } from "../../../platform/realtime/hub.ts";
import { conversationView } from "../store/conversation-views.ts";

export interface TellConversationDeps {
  readonly db: StatementRunner;
  readonly hub: Pick<Hub, "notify" | "isConnected">;
}

/** Tells a member's open devices of a conversation as it stands for them now. Whoever is no member is told nothing. */
export async function tellConversation(
  { db, hub }: TellConversationDeps,
  conversationId: Conversation["id"],
  principalId: Parameters<typeof conversationView>[2],
): Promise<void> {
  if (!hub.isConnected(principalId)) return;
  const view = await conversationView(db, conversationId, principalId);
  if (view?.isMember !== true) return;
  const { conversation } = view;
  const { confidentiality } = conversation;
  const whole = { type: "conversation.changed", conversation } as const;
  const elsewhere = seenOn(conversation, null);
  if (elsewhere === conversation) {
    hub.notify([principalId], whole);
    return;
  }
  const opens = (device: DeviceClass | null): boolean =>
    isOpenOn(confidentiality, device);
  hub.notify([principalId], whole, opens);
  hub.notify(
    [principalId],
    { ...whole, conversation: elsewhere },
    (device) => !opens(device),
  );
}
