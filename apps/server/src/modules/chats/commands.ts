import type { CommandHandlers } from "../../platform/realtime/command.ts";
import type { ChatPowers } from "./chat-powers.ts";
import { acceptInvitation } from "./use-cases/accept-invitation.ts";
import { addMembers } from "./use-cases/add-members.ts";
import { arrangeConversation } from "./use-cases/arrange-conversation.ts";
import { createConversation } from "./use-cases/create-conversation.ts";
import { deleteConversation } from "./use-cases/delete-conversation.ts";
import {
  createInvitation,
  revokeInvitationByRole,
} from "./use-cases/invite.ts";
import { joinConversation } from "./use-cases/join-conversation.ts";
import { keepDraft } from "./use-cases/keep-draft.ts";
import { folderCommands } from "./use-cases/keep-folders.ts";
import { leaveConversation } from "./use-cases/leave-conversation.ts";
import { markUnread } from "./use-cases/mark-unread.ts";
import { openDirect } from "./use-cases/open-direct.ts";
import { removeMemberByRole } from "./use-cases/remove-member.ts";
import { setRole } from "./use-cases/set-role.ts";
import { updateConversation } from "./use-cases/update-conversation.ts";

export const chatCommands = (powers: ChatPowers) =>
  ({
    ...folderCommands(powers),
    "draft.keep": keepDraft(powers),
    "receipt.mark_unread": markUnread(powers),
    "invitation.create": createInvitation(powers),
    "invitation.revoke": revokeInvitationByRole(powers),
    "invitation.accept": acceptInvitation(powers),
    "conversation.open_direct": openDirect(powers),
    "conversation.create": createConversation(powers),
    "conversation.update": updateConversation(powers),
    "conversation.join": joinConversation(powers),
    "conversation.leave": leaveConversation(powers),
    "conversation.delete": deleteConversation(powers),
    "conversation.arrange": arrangeConversation(powers),
    "member.add": addMembers(powers),
    "member.remove": removeMemberByRole(powers),
    "member.set_role": setRole(powers),
  }) satisfies CommandHandlers;
