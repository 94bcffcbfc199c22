import { SMALL_CONVERSATION_MEMBERS } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CommandHandler } from "../../../platform/realtime/command.ts";
import type { Hub } from "../../../platform/realtime/hub.ts";
import type { Chats } from "../../chats/index.ts";

export interface ShowTypingDeps {
  readonly chats: Pick<Chats, "membersOf">;
  readonly hub: Pick<Hub, "notify">;
}

/** Tells the other members of a small conversation that somebody types. Nothing is kept. Refuses `conversation.not_found`. */
export function showTyping({
  chats,
  hub,
}: ShowTypingDeps): CommandHandler<"typing.show"> {
  return async ({ principal }, { conversationId }) => {
    const members = await chats.membersOf(conversationId);
    if (!members.includes(principal.id))
      throw new AppError("conversation.not_found");
    // Of ten thousand somebody types always: each of them would be told of all the others.
    if (members.length > SMALL_CONVERSATION_MEMBERS) return {};
    hub.notify(
      members.filter((id) => id !== principal.id),
      { type: "typing.shown", conversationId, principalId: principal.id },
    );
    return {};
  };
}
