import type { Conversation, FolderId, PrincipalId } from "@veche/contracts";
import { conversationName, type NameWords } from "../conversation-name.ts";

export type ListFilter =
  | { readonly kind: "all" | "unread" | "mentions" | "archive" }
  | { readonly kind: "folder"; readonly folderId: FolderId }
  /** About objects of one business application, by its key. */
  | { readonly kind: "application"; readonly key: string };

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
    case "application":
      return (
        conversation.object?.application === filter.key &&
        !isArchived(conversation)
      );
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

export interface TalkedOf {
  readonly key: string;
  /** As a conversation names it; where none of them does, its key. */
  readonly name: string;
  /** In how many of its conversations something is unread. */
  readonly unread: number;
}

/** The business applications whose objects are talked about here, by their names (E4). */
export function applicationsIn(
  conversations: readonly Conversation[],
): readonly TalkedOf[] {
  const found = new Map<string, TalkedOf>();
  for (const conversation of conversations) {
    const key = conversation.object?.application;
    if (key === undefined || isArchived(conversation)) continue;
    const before = found.get(key) ?? { key, name: key, unread: 0 };
    const member = conversation.members.find(
      ({ kind }) => kind === "application",
    );
    found.set(key, {
      key,
      name: before.name === key ? (member?.name ?? key) : before.name,
      unread: before.unread + (conversation.unreadCount > 0 ? 1 : 0),
    });
  }
  return [...found.values()].sort((one, other) =>
    one.name.localeCompare(other.name),
  );
}
