import MarkdownIt, { type Token } from "markdown-it";
import { safeAddress } from "./safe-address.ts";

const parser = new MarkdownIt({ html: false, linkify: true, breaks: true });
// Pictures come as attachments only: one from elsewhere would tell its owner who reads.
parser.disable(["image", "lheading", "reference", "html_block", "html_inline"]);
parser.validateLink = (href) => safeAddress(href) !== null;
parser.linkify.set({ fuzzyLink: true, fuzzyEmail: true, fuzzyIP: false });

/** One knot of a message's Markdown. Tokens that open and close are folded into it. */
export interface MarkdownNode {
  readonly tag: string;
  readonly text: string;
  /** A link's address, a fence's language, a list's first number. */
  readonly attribute: string | null;
  readonly children: readonly MarkdownNode[];
}

const attributeOf = (token: Token): string | null => {
  if (token.type === "link_open")
    return safeAddress(String(token.attrGet("href") ?? ""));
  if (token.type === "fence") return token.info.trim() || null;
  if (token.type === "ordered_list_open")
    return String(token.attrGet("start") ?? 1);
  return null;
};

const tagOf = (token: Token): string =>
  token.nesting === 0 ? token.type : token.type.replace(/_open$/, "");

/** The list of tokens as a tree. */
function folded(tokens: readonly Token[]): readonly MarkdownNode[] {
  const root: MarkdownNode[] = [];
  const levels: MarkdownNode[][] = [root];
  for (const token of tokens) {
    if (token.nesting === -1) {
      levels.pop();
      continue;
    }
    const children =
      token.type === "inline" ? [...folded(token.children ?? [])] : [];
    const level = levels.at(-1);
    // What is inside a tight list's hidden paragraph stands in the list itself, with its inline knot.
    level?.push({
      tag: token.hidden ? "hidden" : tagOf(token),
      text: token.content,
      attribute: attributeOf(token),
      children,
    });
    if (token.nesting === 1) levels.push(children);
  }
  return root;
}

const kept = new Map<string, readonly MarkdownNode[]>();
const keptAtMost = 500;

/** A text read as Markdown. What was read lately is not read again while one scrolls. */
export function readMarkdown(text: string): readonly MarkdownNode[] {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const read = folded(parser.parse(text, {}));
  if (kept.size >= keptAtMost) kept.delete(kept.keys().next().value ?? "");
  kept.set(text, read);
  return read;
}
