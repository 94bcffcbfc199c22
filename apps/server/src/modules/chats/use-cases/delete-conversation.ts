import type { CommandHandler } from "../../../platform/realtime/command.ts";
import { asUser, type ChatPowers } from "../chat-powers.ts";
import { mayDelete } from "../domain/rights.ts";
import { holdTo } from "../hold-to.ts";
import { eraseConversation } from "../store/conversations.ts";
import { holdPlace, pastOf } from "../store/places.ts";

/**
 * Takes a conversation away from everybody, with all that was said in it. Refuses `conversation.not_found`,
 * `conversation.fixed`, `auth.forbidden` to all but owners.
 */
export function deleteConversation({
  database,
  clock,
}: ChatPowers): CommandHandler<"conversation.delete"> {
  return async ({ principal, actor }, { conversationId }) => {
    const me = asUser(principal);
    await database.transact(actor, async (unit) => {
      const { isDeleted, hasLeft } = await pastOf(unit, conversationId, me.id);
      if (isDeleted && hasLeft) return;
      const place = await holdPlace(unit, conversationId, me.id);
      holdTo(mayDelete(place, place.role));
      const left = await eraseConversation(unit, conversationId, clock.now());
      unit.happened({
        type: "members.changed",
        conversationId,
        joined: [],
        left,
      });
      unit.happened({ type: "conversation.deleted", conversationId });
    });
    return {};
  };
}
