import type { Member, TimelineEvent } from "@veche/contracts";

/** The members after an event; the same list when it does not speak of members. */
export const membersAfter = (
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
    case "member.role_changed":
      return members.map((member) =>
        member.principalId === event.principalId
          ? { ...member, role: event.role }
          : member,
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

/** The members held, with what has changed of them since; who isn't held is new and comes last. */
export function withChanged(
  held: readonly Member[],
  changed: readonly Member[],
): Member[] {
  const byId = new Map(held.map((member) => [member.principalId, member]));
  for (const member of changed) byId.set(member.principalId, member);
  return [...byId.values()];
}
