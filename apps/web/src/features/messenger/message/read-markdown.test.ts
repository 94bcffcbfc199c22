import { describe, expect, it } from "vitest";
import { emojiCount } from "./emoji-only.ts";
import { markMentions, piecesOf, unmarked } from "./marked-body.ts";
import { readMarkdown, type MarkdownNode } from "./read-markdown.ts";

const tagsOf = (nodes: readonly MarkdownNode[]): readonly string[] =>
  nodes.flatMap(({ tag, children }) => [tag, ...tagsOf(children)]);
const links = (nodes: readonly MarkdownNode[]): readonly (string | null)[] =>
  nodes.flatMap(({ tag, attribute, children }) => [
    ...(tag === "link" ? [attribute] : []),
    ...links(children),
  ]);

describe("a message's Markdown", () => {
  it("reads emphasis, lists, code and quotes", () => {
    const tags = tagsOf(
      readMarkdown("**a** `b`\n\n- c\n\n> d\n\n```ts\ne\n```"),
    );
    expect(tags).toEqual(
      expect.arrayContaining([
        "strong",
        "code_inline",
        "bullet_list",
        "blockquote",
        "fence",
      ]),
    );
  });

  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example",
  ])("makes no link of %s", (href) => {
    expect(links(readMarkdown(`[press](${href})`))).toEqual([]);
  });

  it("makes links of addresses, and pictures of nothing", () => {
    expect(links(readMarkdown("see https://example.org/a"))).toEqual([
      "https://example.org/a",
    ]);
    expect(
      tagsOf(readMarkdown("![x](https://example.org/a.png)")),
    ).not.toContain("image");
  });

  it("keeps HTML as the words it is", () => {
    const [paragraph] = readMarkdown("<img src=x onerror=alert(1)>");
    expect(paragraph?.children[0]?.children[0]).toMatchObject({
      tag: "text",
      text: "<img src=x onerror=alert(1)>",
    });
  });
});

describe("mentions in a message", () => {
  const body = "Hi @Anna_B, see `@Anna_B`";
  const mentions = [
    { kind: "all" as const, from: 3, to: 10 },
    { kind: "all" as const, from: 17, to: 24 },
  ];

  it("are set apart from the words around them, and are plain words in code", () => {
    const marked = markMentions(body, mentions);
    expect(
      piecesOf(marked.text, marked).map((piece) =>
        piece.kind === "text" ? piece.text : piece.words,
      ),
    ).toEqual(["Hi ", "@Anna_B", ", see `", "@Anna_B", "`"]);
    expect(unmarked(marked.text, marked)).toBe(body);
  });

  it("that overlap or point outside are plain words", () => {
    const marked = markMentions("short", [
      { kind: "all", from: 0, to: 3 },
      { kind: "all", from: 2, to: 4 },
      { kind: "all", from: 4, to: 99 },
    ]);
    expect(marked.mentions).toEqual([{ kind: "all", from: 0, to: 3 }]);
  });
});

it.each([
  ["🎉", 1],
  ["👩‍👩‍👧 🇷🇺 1️⃣", 3],
  ["ok 🎉", null],
  ["", null],
  ["12", null],
  ["🎉🎉🎉🎉🎉🎉🎉", null],
])("counts the emoji of %j as %s", (body, count) => {
  expect(emojiCount(body)).toBe(count);
});
