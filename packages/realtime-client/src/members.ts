import type { Member, TimelineEvent } from "@veche/contracts";

const withOne = (
  members: readonly Member[],
  event: TimelineEvent,
): readonly Member[] => {
  switch (event.type) {
    case "member.joined":
      return [
        ...members.filter(
          ({ principalId }) => principalId !== event.member.principalId,
        ),
        event.member,
      ];
    case "member.left":
      return members.filter(
        ({ principalId }) => principalId !== event.principalId,
      );
    case "receipt.moved":
      return members.map((member) =>
        member.principalId === event.actorId
          ? {
              ...member,
              deliveredTo: Math.max(member.deliveredTo, event.deliveredTo),
              readTo: Math.max(member.readTo, event.readTo),
            }
          : member,
      );
    default:
      return members;
  }
};

/** The members after these events; the same list when none of them speaks of members. */
export const membersAfter = (
  members: readonly Member[],
  events: readonly TimelineEvent[],
): readonly Member[] => events.reduce(withOne, members);
