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

/** The order after one conversation moved or came; the others are in order already. */
export function movedIn(
  order: readonly ConversationId[],
  moved: Conversation,
  find: (id: ConversationId) => Conversation | undefined,
): readonly ConversationId[] {
  const others = order.filter((id) => id !== moved.id);
  let low = 0;
  let high = others.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const id = others[middle];
    const other = id === undefined ? undefined : find(id);
    if (other !== undefined && compare(other, moved) < 0) low = middle + 1;
    else high = middle;
  }
  return others.toSpliced(low, 0, moved.id);
}
