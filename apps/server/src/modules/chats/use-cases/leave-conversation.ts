import type { UserId } from "@veche/contracts";
import type { UnitOfWork } from "../../../platform/db/database.ts";
import type { CommandHandler } from "../../../platform/realtime/command.ts";
import { asUser, type ChatPowers } from "../chat-powers.ts";
import { mayLeave } from "../domain/rights.ts";
import { holdTo } from "../hold-to.ts";
import { heirOf } from "../store/members.ts";
import { holdPlace, pastOf, type Place } from "../store/places.ts";
import type { ChatsTables } from "../store/tables.ts";
import { showOut, tellsMembership } from "./change-members.ts";
import { changeRole } from "./change-role.ts";

/**
 * Leaves; the last owner hands the conversation on first. Who has left already is told so again.
 * Refuses `conversation.not_found` to who was never in it, `conversation.fixed` where one cannot leave.
 */
export function leaveConversation(
  powers: ChatPowers,
): CommandHandler<"conversation.leave"> {
  return async ({ principal, actor }, { conversationId }) => {
    const { id } = asUser(principal);
    await powers.database.transact(actor, async (unit) => {
      const { hasLeft } = await pastOf(unit, conversationId, id);
      if (!hasLeft)
        await leave(powers, unit, {
          place: await holdPlace(unit, conversationId, id),
          leaverId: id,
        });
    });
    return {};
  };
}

/** Takes one's leave of a conversation that is held. */
export async function leave(
  powers: ChatPowers,
  unit: UnitOfWork<ChatsTables>,
  { place, leaverId }: { readonly place: Place; readonly leaverId: UserId },
): Promise<void> {
  const { id: conversationId, role, ownerCount } = place;
  holdTo(mayLeave(place, role));
  if (role === "owner" && ownerCount === 1) {
    const heir = await heirOf(unit, conversationId, leaverId);
    if (heir !== undefined)
      await changeRole(powers, unit, {
        conversationId,
        principalId: heir,
        role: "owner",
        actorId: null,
      });
  }
  await showOut(powers, unit, {
    conversationId,
    principalId: leaverId,
    actorId: leaverId,
    isLogged: tellsMembership(place),
  });
}
