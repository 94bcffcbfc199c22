import type { CommandHandler } from "../../../platform/realtime/command.ts";
import { asUser, type ChatPowers } from "../chat-powers.ts";
import { mayRemoveMember } from "../domain/rights.ts";
import { holdTo } from "../hold-to.ts";
import { memberIn } from "../store/members.ts";
import { holdPlace } from "../store/places.ts";
import { leave } from "./leave-conversation.ts";
import { showOut, tellsMembership } from "./change-members.ts";

/**
 * Shows a member out; from the commit on they read nothing more. For somebody who is not in it does nothing.
 * Refuses `conversation.not_found`, `conversation.fixed`, `auth.forbidden`. Oneself: that is leaving.
 */
export function removeMemberByRole(
  powers: ChatPowers,
): CommandHandler<"member.remove"> {
  return async ({ principal, actor }, { conversationId, principalId }) => {
    const me = asUser(principal);
    await powers.database.transact(actor, async (unit) => {
      const place = await holdPlace(unit, conversationId, me.id);
      const target = await memberIn(unit, conversationId, principalId);
      if (principalId === me.id && target !== undefined) {
        await leave(powers, unit, { place, leaverId: me.id });
        return;
      }
      holdTo(mayRemoveMember(place, place.role, target?.role ?? "read_only"));
      await showOut(powers, unit, {
        conversationId,
        principalId,
        actorId: me.id,
        isLogged: tellsMembership(place),
      });
    });
    return {};
  };
}
