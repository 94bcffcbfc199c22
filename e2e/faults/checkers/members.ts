import type { Checker, Membership } from "./evidence.ts";

const keyOf = ({ conversationId, principalId }: Membership): string =>
  `${principalId} in ${conversationId}`;

/** Who is in a group is what its log tells from the beginning. */
export const membersRecount: Checker = ({ logs, firstMembers, members }) => {
  const present = new Set(firstMembers.map(keyOf));
  for (const [conversationId, log] of logs)
    for (const event of log) {
      if (event.type === "member.left")
        present.delete(keyOf({ ...event, conversationId }));
      if (event.type === "member.joined")
        present.add(keyOf({ ...event.member, conversationId }));
    }
  const kept = new Set(
    members.filter(({ conversationId }) => logs.has(conversationId)).map(keyOf),
  );
  return [
    ...[...present]
      .filter((one) => !kept.has(one))
      .map((one) => `${one} by the log, not by the table`),
    ...[...kept]
      .filter((one) => !present.has(one))
      .map((one) => `${one} by the table, not by the log`),
  ];
};

/** Whoever is out of a group reads nothing that was written there afterwards. */
export const outsidersSeeNothing: Checker = ({ outsiders }) =>
  outsiders.flatMap(
    ({ who, conversationId, isRefused, isListed, heldPastLeaving }) => [
      ...(isRefused ? [] : [`${who} is out of ${conversationId} and reads it`]),
      ...(isListed
        ? [`${who} is out of ${conversationId} and has it in the list`]
        : []),
      ...(heldPastLeaving === 0
        ? []
        : [
            `${who} is out of ${conversationId} and holds ${heldPastLeaving} later entries`,
          ]),
    ],
  );
