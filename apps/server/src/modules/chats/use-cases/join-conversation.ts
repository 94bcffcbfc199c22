import type { CommandHandler } from "../../../platform/realtime/command.ts";
import { asUser, seenBy, type ChatPowers } from "../chat-powers.ts";
import { mayJoin } from "../domain/rights.ts";
import { holdTo } from "../hold-to.ts";
import { holdPlace } from "../store/places.ts";
import { letIn, tellsMembership } from "./change-members.ts";

/** Joins an open conversation; whoever is in it stays as they are. Refuses `conversation.not_found` when it is not open. */
export function joinConversation(
  powers: ChatPowers,
): CommandHandler<"conversation.join"> {
  return async ({ principal, actor }, { conversationId }) => {
    const me = asUser(principal);
    const { id, name } = me;
    await powers.database.transact(actor, async (unit) => {
      const place = await holdPlace(unit, conversationId, id);
      if (place.role !== null) return;
      holdTo(mayJoin(place));
      await letIn(powers, unit, {
        conversationId,
        members: [{ principalId: id, kind: "user", name, role: "member" }],
        actorId: id,
        isLogged: tellsMembership(place),
        knownTo: place.headSeq,
      });
    });
    return seenBy(powers, conversationId, me);
  };
}
