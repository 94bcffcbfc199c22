import type { MessageCreated, TimelineEvent } from "@veche/contracts";
import type { Checker, Evidence } from "./evidence.ts";

const messagesOf = (log: readonly TimelineEvent[]): readonly MessageCreated[] =>
  log.flatMap((event) => (event.type === "message.created" ? [event] : []));

/** Every acked edit is in the log where the ack said; a message says what its last edit said. */
export const editsStand: Checker = (evidence) => [
  ...evidence.deeds.flatMap((deed) => {
    if (deed.kind !== "edited") return [];
    const { conversationId, messageId, seq, body } = deed;
    const found = evidence.logs
      .get(conversationId)
      ?.find((event) => event.seq === seq);
    if (found?.type !== "message.edited" || found.messageId !== messageId)
      return [`an acked edit of ${messageId} is not at ${seq}`];
    // Of what was deleted since no word is left.
    return found.body === body || found.body === ""
      ? []
      : [`the edit of ${messageId} at ${seq} says something else`];
  }),
  ...[...evidence.logs.values()].flatMap(wronglyEdited),
];

function wronglyEdited(log: readonly TimelineEvent[]): readonly string[] {
  const bodies = new Map<string, string>();
  for (const event of log)
    if (event.type === "message.edited")
      bodies.set(event.messageId, event.body);
  return messagesOf(log).flatMap((message) => {
    if (message.deletedAt !== undefined) return [];
    const last = bodies.get(message.messageId);
    if ((last !== undefined) !== (message.editedAt !== undefined))
      return [`message ${message.messageId} hides that it was edited`];
    return last === undefined || last === message.body
      ? []
      : [`message ${message.messageId} does not say what its last edit said`];
  });
}

/** An acked deletion is in the log once, and no word of the message is left in it. */
export const deletedLeavesNothing: Checker = ({ deeds, logs }) =>
  [...logs.values()].flatMap((log) => {
    const deletions = log.flatMap((event) =>
      event.type === "message.deleted" ? [event.messageId] : [],
    );
    const deleted = new Set<string>(deletions);
    const lost = deeds.flatMap((deed) =>
      deed.kind === "deleted" &&
      log.some(
        (event) =>
          event.type === "message.created" &&
          event.messageId === deed.messageId,
      ) &&
      !deleted.has(deed.messageId)
        ? [`the acked deletion of ${deed.messageId} is lost`]
        : [],
    );
    const doubled =
      deletions.length === deleted.size ? [] : ["a message was deleted twice"];
    const words = log.flatMap((event) =>
      "messageId" in event &&
      deleted.has(event.messageId) &&
      (("body" in event && event.body !== "") || "attachments" in event)
        ? [`words of the deleted ${event.messageId} stand at ${event.seq}`]
        : [],
    );
    return [...lost, ...doubled, ...words];
  });

/** Reactions are the same by the events, by the entries, and by the table. */
export const reactionsRecount: Checker = (evidence) => {
  const told = reactionsTold(evidence);
  const shown = new Set<string>();
  const live = new Set<string>();
  for (const log of evidence.logs.values())
    for (const { messageId, reactions = [], deletedAt } of messagesOf(log)) {
      if (deletedAt === undefined) live.add(messageId);
      const holders = reactions.flatMap(({ emoji, principalIds }) =>
        principalIds.map((id) => `${messageId} ${id} ${emoji}`),
      );
      for (const holder of holders) shown.add(holder);
    }
  const kept = new Set(
    evidence.reactions
      .filter(({ messageId }) => live.has(messageId))
      .map((row) => `${row.messageId} ${row.principalId} ${row.emoji}`),
  );
  const set = [...told].filter((one) => live.has(one.split(" ", 1)[0] ?? ""));
  return [
    ...missing(set, shown, "is told and not shown"),
    ...missing(shown, new Set(set), "is shown and was not told"),
    ...missing(shown, kept, "is shown and not kept"),
    ...missing(kept, shown, "is kept and not shown"),
    ...lostReactions(evidence),
  ];
};

function reactionsTold({ logs }: Evidence): ReadonlySet<string> {
  const told = new Set<string>();
  for (const log of logs.values())
    for (const event of log) {
      if (event.type !== "reaction.changed") continue;
      const key = `${event.messageId} ${event.actorId ?? ""} ${event.emoji}`;
      if (event.isSet) told.add(key);
      else told.delete(key);
    }
  return told;
}

/** Whoever was told that a reaction is set finds at least one event that set it. */
function lostReactions({ deeds, logs }: Evidence): readonly string[] {
  const everSet = new Set<string>();
  for (const log of logs.values())
    for (const event of log)
      if (event.type === "reaction.changed" && event.isSet)
        everSet.add(`${event.messageId} ${event.actorId ?? ""} ${event.emoji}`);
  return deeds.flatMap((deed) =>
    deed.kind === "reacted" &&
    deed.isSet &&
    !everSet.has(`${deed.messageId} ${deed.actorId} ${deed.emoji}`)
      ? [`an acked reaction to ${deed.messageId} is lost`]
      : [],
  );
}

const missing = (
  these: Iterable<string>,
  those: ReadonlySet<string>,
  words: string,
): readonly string[] =>
  [...these]
    .filter((one) => !those.has(one))
    .map((one) => `reaction ${one} ${words}`);

/** Nobody who kept to the rules was refused for another reason than a lost race. */
export const nothingStrangeAnswered: Checker = ({ complaints }) => complaints;
