import type { ConversationId } from "@veche/contracts";
import type { Crew, CrewMember } from "./crew.ts";
import type { Words } from "./words.ts";

export interface Room {
  readonly conversationId: ConversationId;
  readonly members: readonly [CrewMember, CrewMember, ...CrewMember[]];
}

/** The first group, with those who are in it. */
export function firstRoom({ members, conversationIds }: Crew): Room {
  const [conversationId] = conversationIds;
  if (conversationId === undefined) throw new Error("the crew has no group");
  const [first, second, ...others] = members.filter((one) =>
    one.conversationIds.includes(conversationId),
  );
  if (first === undefined || second === undefined)
    throw new Error("the group has no two members");
  return { conversationId, members: [first, second, ...others] };
}

/** Everybody at each of their devices who is not in the room, each in a group of theirs. */
export function speakersOutside(
  { members }: Crew,
  { conversationId: room }: Room,
): readonly Omit<Words, "body">[] {
  return members
    .filter(({ conversationIds }) => !conversationIds.includes(room))
    .flatMap((member) =>
      member.devices.flatMap((device) =>
        member.conversationIds
          .slice(0, 1)
          .map((conversationId) => ({ member, device, conversationId })),
      ),
    );
}

/** Somebody of the room at their first device, ready to say something. */
export function speakerIn(
  { conversationId }: Room,
  member: CrewMember,
): Omit<Words, "body"> {
  const [device] = member.devices;
  if (device === undefined) throw new Error("nobody has no device");
  return { member, device, conversationId };
}
