import type { ConversationId, MediaState, PrincipalId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CallPowers } from "../powers.ts";
import { keepsOrderIn } from "./moderators.ts";

type Powers = Pick<CallPowers, "chats" | "conferences">;

/**
 * Who may show a screen in the calls of a conversation; null: everybody. Of a conference in which organisers alone
 * present: they, and the owners and admins of its conversation. Whoever began the call has no right by that.
 */
export async function presentersIn(
  { chats, conferences }: Powers,
  conversationId: ConversationId,
): Promise<readonly PrincipalId[] | null> {
  const rules = await conferences.rulesIn(conversationId);
  if (rules?.presenters !== "organisers") return null;
  const members = await chats.presentMembers(conversationId);
  const keepers = members.flatMap(({ role, principalId }) =>
    role === "owner" || role === "admin" ? [principalId] : [],
  );
  return [...new Set([...keepers, ...rules.organiserIds])];
}

interface Presenting {
  readonly conversationId: ConversationId;
  readonly principalId: PrincipalId;
  /** What they say they send. */
  readonly media: MediaState;
}

/** A screen that was told of and not allowed is passed on by the media server to nobody. */
async function mayShow(
  powers: Powers,
  { conversationId, principalId, media }: Presenting,
): Promise<boolean> {
  if (!media.screen) return true;
  const rules = await powers.conferences.rulesIn(conversationId);
  return (
    rules?.presenters !== "organisers" ||
    (await keepsOrderIn(powers, conversationId, principalId))
  );
}

/** The one door of a screen that is shown. Refuses `call.not_presenter`. */
export async function requirePresenter(
  powers: Powers,
  presenting: Presenting,
): Promise<void> {
  if (!(await mayShow(powers, presenting)))
    throw new AppError("call.not_presenter");
}

/** Whoever sits down with a screen they may not show sits down without it. */
export const allowedMedia = async (
  powers: Powers,
  presenting: Presenting,
): Promise<MediaState> =>
  (await mayShow(powers, presenting))
    ? presenting.media
    : { ...presenting.media, screen: false };
