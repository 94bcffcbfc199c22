import {
  isOpenOn,
  seenOn,
  type DeviceClass,
  type ListedConversation,
} from "@veche/contracts";
import type { ToldConversation } from "./sync-source.ts";

/** A frame of the list stays so small, characters: far below a reader's budget. */
const PAGE_CHARACTERS = 150_000;
const PAGE_CONVERSATIONS = 200;

/** A list of conversations, each its JSON, in frames' worth, in its order; at least one page, perhaps empty. */
export function listPages(
  conversations: readonly string[],
): readonly [string[], ...string[][]] {
  let page: string[] = [];
  const pages: [string[], ...string[][]] = [page];
  let characters = 0;
  for (const text of conversations) {
    const isFull =
      page.length === PAGE_CONVERSATIONS ||
      (page.length > 0 && characters + text.length > PAGE_CHARACTERS);
    if (isFull) {
      page = [];
      pages.push(page);
      characters = 0;
    }
    page.push(text);
    characters += text.length;
  }
  return pages;
}

/** The JSON of a conversation as its member may be told of it on this device. */
export function textSeenOn(
  { text, confidentiality }: ToldConversation,
  device: DeviceClass | null,
): string {
  if (isOpenOn(confidentiality, device)) return text;
  // The text is the JSON of one.
  return JSON.stringify(seenOn(JSON.parse(text) as ListedConversation, device));
}
