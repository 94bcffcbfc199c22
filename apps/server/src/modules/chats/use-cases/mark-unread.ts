import { AppError } from "../../../platform/app-error.ts";
import type { CommandHandler } from "../../../platform/realtime/command.ts";
import type { ChatPowers } from "../chat-powers.ts";
import { lockConversation } from "../store/members.ts";
import { moveBack } from "../store/standings.ts";

/**
 * Makes what stands from a position on unread again, for oneself: what the others were told of my reading stays told.
 * Refuses `conversation.not_found`.
 */
export function markUnread({
  database,
}: ChatPowers): CommandHandler<"receipt.mark_unread"> {
  return async ({ principal, actor }, { conversationId, fromSeq }) => {
    const seat = { conversationId, principalId: principal.id };
    const readTo = await database.transact(actor, async (unit) => {
      await lockConversation(unit, conversationId);
      const moved = await moveBack(unit, seat, Math.max(0, fromSeq - 1));
      if (moved === undefined) throw new AppError("conversation.not_found");
      unit.happened({ type: "receipts.moved", ...seat });
      return moved;
    });
    return { readTo };
  };
}
