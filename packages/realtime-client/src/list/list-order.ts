import type { Conversation, ConversationId } from "@veche/contracts";

/** Pinned ones first, the smallest rank at the top; then those with the newest message. */
function compare(one: Conversation, other: Conversation): number {
  const rank = one.mine?.pinnedRank ?? Infinity;
  const otherRank = other.mine?.pinnedRank ?? Infinity;
  if (rank !== otherRank) return rank - otherRank;
  if (one.activeAt !== other.activeAt)
    return one.activeAt < other.activeAt ? 1 : -1;
  return one.id < other.id ? -1 : 1;
}

/** Does a change of a conversation leave its place among the others alone? */
export const keepsPlace = (before: Conversation, after: Conversation) =>
  before.activeAt === after.activeAt &&
  before.mine?.pinnedRank === after.mine?.pinnedRank;

export const inOrder = (
  conversations: Iterable<Conversation>,
): readonly ConversationId[] =>
  [...conversations].sort(compare).map(({ id }) => id);
