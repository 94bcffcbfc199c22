import type { InvitationId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CommandHandler } from "../../../platform/realtime/command.ts";
import { asUser, type ChatPowers } from "../chat-powers.ts";
import { mayAddMembers } from "../domain/rights.ts";
import { holdTo } from "../hold-to.ts";
import { insertInvitation, revokeInvitation } from "../store/invitations.ts";
import { holdPlace } from "../store/places.ts";

/**
 * Makes a link to join by. The same `clientId` again gives the same link.
 * Refuses `conversation.not_found`, `conversation.fixed`, `auth.forbidden`, `request.invalid` (an end in the past).
 */
export function createInvitation({
  database,
  clock,
  ids,
}: ChatPowers): CommandHandler<"invitation.create"> {
  return ({ principal, actor }, { conversationId, clientId, expiresAt }) => {
    const me = asUser(principal);
    return database.transact(actor, async (unit) => {
      const place = await holdPlace(unit, conversationId, me.id);
      holdTo(mayAddMembers(place, place.role));
      const at = clock.now();
      if (expiresAt !== null && expiresAt <= at.toISOString())
        throw new AppError("request.invalid", {
          issues: [{ path: "/expiresAt", message: "must lie ahead" }],
        });
      const { invitation, isNew } = await insertInvitation(unit, {
        id: ids.next<InvitationId>(),
        conversationId,
        token: ids.secret(),
        createdBy: me.id,
        clientId,
        at,
        expiresAt,
      });
      const { id: invitationId } = invitation;
      if (isNew)
        unit.happened({
          type: "invitation.created",
          conversationId,
          invitationId,
        });
      return invitation;
    });
  };
}

/** Lets nobody in by a link any more. Refuses `conversation.not_found`, `conversation.fixed`, `auth.forbidden`. */
export function revokeInvitationByRole({
  database,
  clock,
}: ChatPowers): CommandHandler<"invitation.revoke"> {
  return async ({ principal, actor }, { conversationId, invitationId }) => {
    const me = asUser(principal);
    await database.transact(actor, async (unit) => {
      const place = await holdPlace(unit, conversationId, me.id);
      holdTo(mayAddMembers(place, place.role));
      const revoked = { conversationId, invitationId };
      if (await revokeInvitation(unit, { ...revoked, at: clock.now() }))
        unit.happened({ type: "invitation.revoked", ...revoked });
    });
    return {};
  };
}
