import type { ConversationId, PrincipalId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CallRecord } from "../domain/call-record.ts";
import type { CallPowers } from "../powers.ts";

type Powers = Pick<CallPowers, "chats" | "conferences">;
type Kept = Pick<CallRecord, "callerId" | "conversationId">;

/**
 * Those who keep order in a call: who began it, the owners and admins of its conversation, the organisers of its
 * conference.
 */
export async function moderatorsOf(
  { chats, conferences }: Powers,
  { callerId, conversationId }: Kept,
): Promise<readonly PrincipalId[]> {
  const [members, rules] = await Promise.all([
    chats.presentMembers(conversationId),
    conferences.rulesIn(conversationId),
  ]);
  const keepers = members
    .filter(({ role }) => role === "owner" || role === "admin")
    .map(({ principalId }) => principalId);
  return [...new Set([callerId, ...keepers, ...(rules?.organiserIds ?? [])])];
}

/** Is this one of them? */
export async function isModerator(
  powers: Powers,
  call: Kept,
  principalId: PrincipalId,
): Promise<boolean> {
  return (
    call.callerId === principalId ||
    (await keepsOrderIn(powers, call.conversationId, principalId))
  );
}

/** Will this one keep order in the conversation's calls, whoever begins them? */
export async function keepsOrderIn(
  { chats, conferences }: Powers,
  conversationId: ConversationId,
  principalId: PrincipalId,
): Promise<boolean> {
  const members = await chats.presentMembers(conversationId);
  const role = members.find((one) => one.principalId === principalId)?.role;
  if (role === "owner" || role === "admin") return true;
  const rules = await conferences.rulesIn(conversationId);
  return rules?.organiserIds.includes(principalId) ?? false;
}

/** The one door of everything that is for those who keep order. Refuses `auth.forbidden`. */
export async function requireModerator(
  powers: Powers,
  call: Kept,
  principalId: PrincipalId,
): Promise<void> {
  if (!(await isModerator(powers, call, principalId)))
    throw new AppError("auth.forbidden");
}
