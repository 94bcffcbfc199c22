import { AppError } from "../../../platform/app-error.ts";
import type { CommandHandler } from "../../../platform/realtime/command.ts";
import { asUser, seenBy, type ChatPowers } from "../chat-powers.ts";
import { countUse, invitedTo } from "../store/invitations.ts";
import { holdPlace } from "../store/places.ts";
import { letIn, tellsMembership } from "./change-members.ts";

/** Joins by a link. Refuses `conversation.invitation_gone`: unknown, revoked, over, or its conversation deleted. */
export function acceptInvitation(
  powers: ChatPowers,
): CommandHandler<"invitation.accept"> {
  const { database, clock } = powers;
  return async ({ principal, actor }, { token }) => {
    const me = asUser(principal);
    const { id, name } = me;
    const conversationId = await database.transact(actor, async (unit) => {
      const found = await invitedTo(unit.tx, token, clock.now());
      if (found === undefined)
        throw new AppError("conversation.invitation_gone");
      const place = await holdPlace(unit, found, id);
      if (place.role !== null) return found;
      // Asked again now that the conversation is held: it may have been revoked while this waited.
      if ((await invitedTo(unit.tx, token, clock.now())) === undefined)
        throw new AppError("conversation.invitation_gone");
      await countUse(unit, token);
      await letIn(powers, unit, {
        conversationId: found,
        members: [{ principalId: id, kind: "user", name, role: "member" }],
        actorId: id,
        isLogged: tellsMembership(place),
        knownTo: place.headSeq,
      });
      return found;
    });
    return seenBy(powers, conversationId, me);
  };
}
