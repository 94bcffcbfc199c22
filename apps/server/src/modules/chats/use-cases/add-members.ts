import type { CommandHandler } from "../../../platform/realtime/command.ts";
import { asUser, type ChatPowers } from "../chat-powers.ts";
import { mayAddMembers } from "../domain/rights.ts";
import { holdTo } from "../hold-to.ts";
import { holdPlace } from "../store/places.ts";
import { letIn, tellsMembership } from "./change-members.ts";
import { enabledUsers } from "./enabled-users.ts";

/**
 * Lets users in; those who are in stay as they are. What was said before they can read, but it is no news to them.
 * Refuses `conversation.not_found`, `conversation.fixed`, `auth.forbidden`, `request.not_found` (unknown or disabled).
 */
export function addMembers(powers: ChatPowers): CommandHandler<"member.add"> {
  const { database, users } = powers;
  return async ({ principal, actor }, { conversationId, userIds }) => {
    const me = asUser(principal);
    const members = await enabledUsers(users, userIds);
    await database.transact(actor, async (unit) => {
      const place = await holdPlace(unit, conversationId, me.id);
      holdTo(mayAddMembers(place, place.role));
      await letIn(powers, unit, {
        conversationId,
        members,
        actorId: me.id,
        isLogged: tellsMembership(place),
        knownTo: place.headSeq,
      });
    });
    return {};
  };
}
