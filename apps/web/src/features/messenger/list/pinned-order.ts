import type { Conversation, ConversationId } from "@veche/contracts";

export interface RankChange {
  readonly conversationId: ConversationId;
  readonly pinnedRank: number | null;
}

const pinnedOnes = (
  conversations: readonly Conversation[],
): readonly Conversation[] =>
  conversations
    .filter(({ mine }) => mine !== null && mine.pinnedRank !== null)
    .toSorted(
      (one, other) =>
        (one.mine?.pinnedRank ?? 0) - (other.mine?.pinnedRank ?? 0),
    );

const isPinned = ({ mine }: Conversation): boolean =>
  mine !== null && mine.pinnedRank !== null;

/** Pins below the other pinned ones, or takes the pin away. */
export function pinToggled(
  conversations: readonly Conversation[],
  one: Conversation,
): RankChange {
  if (isPinned(one)) return { conversationId: one.id, pinnedRank: null };
  const last = pinnedOnes(conversations).at(-1)?.mine?.pinnedRank ?? -1;
  return { conversationId: one.id, pinnedRank: last + 1 };
}

/** The ranks to be told to the server for a pinned conversation to stand at another place among the pinned. */
export function ranksAfterMove(
  conversations: readonly Conversation[],
  moved: ConversationId,
  toIndex: number,
): readonly RankChange[] {
  const before = pinnedOnes(conversations);
  const one = before.find(({ id }) => id === moved);
  if (one === undefined) return [];
  const others = before.filter(({ id }) => id !== moved);
  const at = Math.max(0, Math.min(toIndex, others.length));
  const after = others.toSpliced(at, 0, one);
  return after.flatMap(({ id, mine }, pinnedRank) =>
    mine?.pinnedRank === pinnedRank ? [] : [{ conversationId: id, pinnedRank }],
  );
}

export const pinnedIndexOf = (
  conversations: readonly Conversation[],
  id: ConversationId,
): number => pinnedOnes(conversations).findIndex((one) => one.id === id);
