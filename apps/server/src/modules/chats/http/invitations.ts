import { conversationEndpoints } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { Clock } from "../../../platform/clock.ts";
import { route } from "../../../platform/http/route.ts";
import { mayAddMembers } from "../domain/rights.ts";
import { holdTo } from "../hold-to.ts";
import type { ReadingDeps } from "../readable.ts";
import { conversationView } from "../store/conversation-views.ts";
import { invitationsTo, invitedTo } from "../store/invitations.ts";

export interface InvitationDeps extends Pick<ReadingDeps, "db"> {
  readonly clock: Clock;
}

/** The links of a conversation, for those who may let people in. */
export const listInvitations = ({ db, clock }: InvitationDeps) =>
  route(
    conversationEndpoints.listInvitations,
    async ({ principal, params: { conversationId } }) => {
      const view = await conversationView(db, conversationId, principal.id);
      if (view === undefined) throw new AppError("conversation.not_found");
      const { conversation } = view;
      holdTo(mayAddMembers(conversation, conversation.mine?.role ?? null));
      return {
        items: [...(await invitationsTo(db, conversationId, clock.now()))],
      };
    },
  );

/** What a link leads to: the title only, not what is said there. */
export const getInvitation = ({ db, clock }: InvitationDeps) =>
  route(
    conversationEndpoints.getInvitation,
    async ({ principal, params: { token } }) => {
      const id = await invitedTo(db, token, clock.now());
      const view = id && (await conversationView(db, id, principal.id));
      if (view === undefined || id === undefined)
        throw new AppError("conversation.invitation_gone");
      const { kind, title, about, memberCount } = view.conversation;
      return {
        conversationId: id,
        kind,
        title,
        about,
        memberCount,
        isMember: view.isMember,
      };
    },
  );
