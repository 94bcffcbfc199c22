import type { Conversation } from "@veche/contracts";
import { isMuted } from "../../features/messenger/list/last-words.ts";

/** In how many conversations something calls: muted ones only by naming their reader, archived ones not at all. */
export const callingCount = (
  conversations: readonly Conversation[],
  nowMs: number,
): number =>
  conversations.filter((one) => {
    if (one.unreadCount === 0 || one.mine?.isArchived === true) return false;
    return one.mentionCount > 0 || !isMuted(one, nowMs);
  }).length;
