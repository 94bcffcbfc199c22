import type { ConversationId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { Chats } from "../../chats/index.ts";
import type { ObjectsDeps } from "../objects-deps.ts";

type Profile = NonNullable<Awaited<ReturnType<Chats["profile"]>>>;

/** What a conversation is. Refuses `conversation.not_found`. */
export async function profileOf(
  { chats }: Pick<ObjectsDeps, "chats">,
  conversationId: ConversationId,
): Promise<Profile> {
  const profile = await chats.profile(conversationId);
  if (profile === undefined) throw new AppError("conversation.not_found");
  return profile;
}
