import {
  conversationEndpoints,
  type ConversationId,
  type PrincipalId,
  type TimelineEvent,
} from "@veche/contracts";
import { ApiRefusal, type Person } from "@veche/test-world";
import type { Counters, Outsider, View } from "../checkers/evidence.ts";
import type { Crew, CrewMember } from "./crew.ts";

export type IsIn = (member: CrewMember, id: ConversationId) => boolean;

/** Everything each device of a member holds. */
export const gatherViews = ({ members }: Crew, isIn: IsIn) =>
  Promise.all(
    members.flatMap((member) =>
      member.devices.flatMap((device, index) =>
        member.conversationIds
          .filter((id) => isIn(member, id))
          .map((conversationId) =>
            viewOf(device, conversationId, `${member.login}/${index}`),
          ),
      ),
    ),
  );

/** Scrolls to the beginning, as a person may; what came by resuming is not asked for again. */
async function viewOf(
  device: Person,
  conversationId: ConversationId,
  who: string,
): Promise<View> {
  const log = device.line.log(conversationId);
  while (log.get().hasOlder) await log.loadOlder();
  return { who, conversationId, entries: log.get().entries };
}

/** What the server says of each member's counters, and of each log's head. */
export async function gatherCounters({ members }: Crew, isIn: IsIn) {
  const counters: Counters[] = [];
  const headSeqs = new Map<ConversationId, number>();
  for (const member of members) {
    const [device] = member.devices;
    if (device === undefined) continue;
    for (const conversationId of member.conversationIds) {
      if (!isIn(member, conversationId)) continue;
      const conversation = await device.call(
        conversationEndpoints.getConversation,
        { params: { conversationId } },
      );
      headSeqs.set(conversationId, conversation.headSeq);
      const { unreadCount, mentionCount } = conversation;
      const own = conversation.members.find(
        ({ principalId }) => principalId === member.userId,
      );
      if (own !== undefined)
        counters.push({
          conversationId,
          principalId: member.userId,
          deliveredTo: own.deliveredTo,
          readTo: own.readTo,
          unreadCount,
          mentionCount,
        });
    }
  }
  return { counters, headSeqs };
}

/** What those who are out of a group can still see of it. */
export async function gatherOutsiders(
  { members }: Crew,
  isIn: IsIn,
  logs: ReadonlyMap<ConversationId, readonly TimelineEvent[]>,
): Promise<readonly Outsider[]> {
  const found: Outsider[] = [];
  for (const member of members)
    for (const conversationId of member.conversationIds) {
      if (isIn(member, conversationId)) continue;
      const leftSeq = lastLeftSeq(logs.get(conversationId) ?? [], member);
      for (const [index, device] of member.devices.entries())
        found.push({
          who: `${member.login}/${index}`,
          conversationId,
          isRefused: await isRefused(device, conversationId),
          isListed: device.line.conversations
            .get()
            .some(({ id }) => id === conversationId),
          heldPastLeaving: device.line
            .log(conversationId)
            .get()
            .entries.filter(({ seq }) => seq > leftSeq).length,
        });
    }
  return found;
}

const lastLeftSeq = (
  log: readonly TimelineEvent[],
  { userId }: { readonly userId: PrincipalId },
): number =>
  log.findLast(
    (event) => event.type === "member.left" && event.principalId === userId,
  )?.seq ?? 0;

async function isRefused(
  device: Person,
  conversationId: ConversationId,
): Promise<boolean> {
  try {
    await device.call(conversationEndpoints.getTimeline, {
      params: { conversationId },
      query: { limit: 10 },
    });
    return false;
  } catch (error) {
    return error instanceof ApiRefusal && error.status === 404;
  }
}
