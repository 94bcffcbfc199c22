import type { ListedConversation } from "@veche/contracts";

/** A frame of the list stays so small, characters: far below a reader's budget. */
const PAGE_CHARACTERS = 150_000;
const PAGE_CONVERSATIONS = 200;
/** Rough lengths of their JSON. */
const CONVERSATION_CHARACTERS = 900;
const MEMBER_CHARACTERS = 180;

/** A list of conversations in frames' worth, in its order; at least one page, perhaps empty. */
export function listPages(
  conversations: readonly ListedConversation[],
): readonly [ListedConversation[], ...ListedConversation[][]] {
  let page: ListedConversation[] = [];
  const pages: [ListedConversation[], ...ListedConversation[][]] = [page];
  let characters = 0;
  for (const conversation of conversations) {
    const length =
      CONVERSATION_CHARACTERS +
      MEMBER_CHARACTERS * (conversation.members?.length ?? 0) +
      (conversation.mine?.draft?.body.length ?? 0);
    const isFull =
      page.length === PAGE_CONVERSATIONS ||
      (page.length > 0 && characters + length > PAGE_CHARACTERS);
    if (isFull) {
      page = [];
      pages.push(page);
      characters = 0;
    }
    page.push(conversation);
    characters += length;
  }
  return pages;
}
