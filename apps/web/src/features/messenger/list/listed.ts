import type { Conversation, FolderId, PrincipalId } from "@veche/contracts";
import { conversationName, type NameWords } from "../conversation-name.ts";

export type ListFilter =
  | { readonly kind: "all" | "unread" | "mentions" | "archive" }
  | { readonly kind: "folder"; readonly folderId: FolderId };

export interface ListQuery {
  readonly filter: ListFilter;
  /** Words of a title; empty shows all. */
  readonly text: string;
}

export interface ListReader {
  readonly me: PrincipalId;
  readonly words: NameWords;
  /** Stays in an unread list while it is read. */
  readonly openId: string | undefined;
}

const isArchived = ({ mine }: Conversation): boolean =>
  mine?.isArchived === true;

function passes(
  conversation: Conversation,
  filter: ListFilter,
  openId: string | undefined,
): boolean {
  const isOpen = conversation.id === openId;
  switch (filter.kind) {
    case "all":
      return !isArchived(conversation);
    case "archive":
      return isArchived(conversation);
    case "unread":
      return conversation.unreadCount > 0 || isOpen;
    case "mentions":
      return conversation.mentionCount > 0 || isOpen;
    case "folder":
      return conversation.mine?.folderIds.includes(filter.folderId) === true;
  }
}

const folded = (text: string): string =>
  text.toLocaleLowerCase().replaceAll("ё", "е");

/** Does a word of the name start with each word of the text? Of an empty text it is true. */
function startsOfWords(name: string, text: string): boolean {
  const parts = folded(name).split(/[\s,.-]+/);
  const words = folded(text).split(/\s+/).filter(Boolean);
  return words.every((word) => parts.some((part) => part.startsWith(word)));
}

/**
 * The conversations a list shows, in the order they came in. Customers' conversations are worked on at the Desk, so
 * they are not among them. A search looks through the archive too.
 */
export function listed(
  conversations: readonly Conversation[],
  { filter, text }: ListQuery,
  { me, words, openId }: ListReader,
): readonly Conversation[] {
  const isSearch = text.trim() !== "";
  return conversations.filter((conversation) => {
    if (conversation.kind === "support") return false;
    return isSearch
      ? startsOfWords(conversationName(conversation, me, words), text)
      : passes(conversation, filter, openId);
  });
}

export interface UnreadTotals {
  readonly unread: number;
  readonly mentions: number;
}

/** In how many conversations something is unread, and names me. */
export function unreadTotals(
  conversations: readonly Conversation[],
): UnreadTotals {
  const present = conversations.filter(({ kind }) => kind !== "support");
  const count = (isOne: (one: Conversation) => boolean) =>
    present.filter(isOne).length;
  return {
    unread: count(({ unreadCount }) => unreadCount > 0),
    mentions: count(({ mentionCount }) => mentionCount > 0),
  };
}
