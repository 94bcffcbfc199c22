import type { ConversationId, Member, PrincipalId } from "@veche/contracts";
import { AppError } from "../../platform/app-error.ts";
import type { LentUnit } from "../../platform/db/statements.ts";
import type { ChatPowers } from "./chat-powers.ts";
import type { MembershipCache } from "./membership-cache.ts";
import { presentMember, presentMembers } from "./store/members.ts";
import {
  addMember,
  removeMember,
  type Joining,
  type Leaving,
} from "./use-cases/change-members.ts";
import { renameMember } from "./use-cases/rename-member.ts";

/** Who is in a conversation, and who comes and goes by another module's word. */
export interface ChatMembership {
  /** Lets somebody in, with an entry in the log. Does nothing for who is in; who comes back finds their cursors. */
  addMember(unit: LentUnit, joining: Joining): Promise<void>;
  /** Shows somebody out, with an entry in the log. Does nothing for who is not in. */
  removeMember(unit: LentUnit, leaving: Leaving): Promise<void>;
  /** Shows a new name in all of a principal's memberships. */
  renameMember(
    unit: LentUnit,
    principalId: PrincipalId,
    name: string,
  ): Promise<void>;
  /** Present members, from memory where it can: for spreading what happens, not for deciding rights. */
  membersOf(conversationId: ConversationId): Promise<readonly PrincipalId[]>;
  /** Refuses `conversation.not_found` to whoever is not in it now, whether or not it exists. */
  requireMember(
    conversationId: ConversationId,
    principalId: PrincipalId,
  ): Promise<Member>;
  /** Everybody who is in it now, however many. */
  presentMembers(conversationId: ConversationId): Promise<readonly Member[]>;
}

export function createMembership(
  powers: Pick<ChatPowers, "clock" | "database">,
  cache: MembershipCache,
): ChatMembership {
  const { db } = powers.database;
  return {
    addMember: (unit, joining) => addMember(powers, unit, joining),
    removeMember: (unit, leaving) => removeMember(powers, unit, leaving),
    renameMember,
    membersOf: (conversationId) => cache.membersOf(conversationId),
    async requireMember(conversationId, principalId) {
      const member = await presentMember(db, conversationId, principalId);
      if (member === undefined) throw new AppError("conversation.not_found");
      return member;
    },
    presentMembers: (conversationId) => presentMembers(db, conversationId),
  };
}
