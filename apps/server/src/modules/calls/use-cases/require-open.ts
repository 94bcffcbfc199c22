import { isOpenOn, type ConversationId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { deviceOf, type Principal } from "../../../platform/principal.ts";
import type { CallPowers } from "../powers.ts";

/** Nobody speaks through a device on which the conversation doesn't open (C10). Refuses `conversation.device_refused`. */
export async function requireOpen(
  { chats }: Pick<CallPowers, "chats">,
  conversationId: ConversationId,
  principal: Principal,
): Promise<void> {
  const device = deviceOf(principal);
  if (device === null) return;
  const profile = await chats.profile(conversationId);
  if (!isOpenOn(profile?.confidentiality ?? null, device))
    throw new AppError("conversation.device_refused");
}
