import type { Conversation, Member, PrincipalId } from "@veche/contracts";

/** The other one of a conversation of two; undefined in one's own notes and in conversations of many. */
export const peerOf = (
  { kind, members }: Pick<Conversation, "kind" | "members">,
  me: PrincipalId,
): Member | undefined =>
  kind === "direct" || kind === "support" || kind === "external"
    ? members.find(({ principalId }) => principalId !== me)
    : undefined;

/** Is it the reader's conversation with themselves? */
export const isOwnNotes = ({
  kind,
  members,
}: Pick<Conversation, "kind" | "members">): boolean =>
  kind === "direct" && members.length < 2;

export interface NameWords {
  readonly notes: string;
  readonly untitled: string;
}

/** What a conversation is called for its reader. */
export function conversationName(
  conversation: Conversation,
  me: PrincipalId,
  words: NameWords,
): string {
  const own = conversation.title ?? peerOf(conversation, me)?.name;
  if (own !== undefined) return own;
  if (isOwnNotes(conversation)) return words.notes;
  const names = conversation.members
    .filter(({ principalId }) => principalId !== me)
    .map(({ name }) => name);
  return names.length > 0 ? names.slice(0, 4).join(", ") : words.untitled;
}
