import { SMALL_CONVERSATION_MEMBERS } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { Clock } from "../../../platform/clock.ts";
import { createRateLimiter } from "../../../platform/rate-limiter.ts";
import type { CommandHandler } from "../../../platform/realtime/command.ts";
import type { Hub } from "../../../platform/realtime/hub.ts";
import type { Chats } from "../../chats/index.ts";

export interface ShowTypingDeps {
  readonly clock: Clock;
  readonly chats: Pick<Chats, "membersOf">;
  readonly hub: Pick<Hub, "notify">;
}

/**
 * Tells the other members of a small conversation that somebody types, once a second at most: each command would be as
 * many frames as they have devices. Nothing is kept. Refuses `conversation.not_found`.
 */
export function showTyping({
  clock,
  chats,
  hub,
}: ShowTypingDeps): CommandHandler<"typing.show"> {
  const tellings = createRateLimiter({
    clock,
    rate: { perSecond: 1, burst: 1 },
  });
  return async ({ principal }, { conversationId }) => {
    const members = await chats.membersOf(conversationId);
    if (!members.includes(principal.id))
      throw new AppError("conversation.not_found");
    // Of ten thousand somebody types always: each of them would be told of all the others.
    if (members.length > SMALL_CONVERSATION_MEMBERS) return {};
    if (tellings.take(`${conversationId} ${principal.id}`) > 0) return {};
    hub.notify(
      members.filter((id) => id !== principal.id),
      { type: "typing.shown", conversationId, principalId: principal.id },
    );
    return {};
  };
}
