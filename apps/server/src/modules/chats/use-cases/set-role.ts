import { AppError } from "../../../platform/app-error.ts";
import type { CommandHandler } from "../../../platform/realtime/command.ts";
import { asUser, type ChatPowers } from "../chat-powers.ts";
import { maySetRole } from "../domain/rights.ts";
import { holdTo } from "../hold-to.ts";
import { memberIn } from "../store/members.ts";
import { holdPlace } from "../store/places.ts";
import { changeRole } from "./change-role.ts";

/**
 * Gives a member another role. Refuses `conversation.not_found`, `conversation.fixed`, `auth.forbidden`,
 * `conversation.last_owner`, `request.not_found` for who is not in it.
 */
export function setRole(powers: ChatPowers): CommandHandler<"member.set_role"> {
  return async (
    { principal, actor },
    { conversationId, principalId, role },
  ) => {
    const me = asUser(principal);
    await powers.database.transact(actor, async (unit) => {
      const place = await holdPlace(unit, conversationId, me.id);
      const target = await memberIn(unit, conversationId, principalId);
      const from = target?.role ?? "member";
      const { ownerCount } = place;
      holdTo(maySetRole(place, place.role, { from, to: role, ownerCount }));
      if (target === undefined) throw new AppError("request.not_found");
      if (target.role === role) return;
      await changeRole(powers, unit, {
        conversationId,
        principalId,
        role,
        actorId: me.id,
      });
    });
    return {};
  };
}
