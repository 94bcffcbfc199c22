import type { Mention } from "@veche/contracts";
import { createContext, Fragment, use, type ReactNode } from "react";
import { CodeBlock } from "./code-block.tsx";
import {
  markMentions,
  piecesOf,
  unmarked,
  type MarkedBody,
} from "./marked-body.ts";
import { readMarkdown, type MarkdownNode } from "./read-markdown.ts";
import styles from "./markdown.module.css";

export type DrawMention = (mention: Mention, words: string) => ReactNode;

interface Drawing {
  readonly body: MarkedBody;
  readonly drawMention: DrawMention;
}

/** How mentions are drawn differs by place: in a conversation they lead somewhere. */
export const MentionContext = createContext<DrawMention>((_, words) => (
  <span className={styles["mention"]}>{words}</span>
));

const plainTags: Readonly<
  Record<
    string,
    | "p"
    | "strong"
    | "em"
    | "s"
    | "ul"
    | "li"
    | "blockquote"
    | "thead"
    | "tbody"
    | "tr"
    | "th"
    | "td"
  >
> = {
  paragraph: "p",
  strong: "strong",
  em: "em",
  s: "s",
  bullet_list: "ul",
  list_item: "li",
  blockquote: "blockquote",
  thead: "thead",
  tbody: "tbody",
  tr: "tr",
  th: "th",
  td: "td",
};

const words = (text: string, { body, drawMention }: Drawing): ReactNode =>
  piecesOf(text, body).map((piece, index) => (
    <Fragment key={index}>
      {piece.kind === "text"
        ? piece.text
        : drawMention(piece.mention, piece.words)}
    </Fragment>
  ));

function drawLeaf(node: MarkdownNode, drawing: Drawing): ReactNode {
  switch (node.tag) {
    case "text":
      return words(node.text, drawing);
    case "softbreak":
    case "hardbreak":
      return <br />;
    case "code_inline":
      return <code>{unmarked(node.text, drawing.body)}</code>;
    case "fence":
    case "code_block":
      return (
        <CodeBlock
          code={unmarked(node.text, drawing.body).replace(/\n$/, "")}
          language={node.attribute}
        />
      );
    case "hr":
      return <hr />;
    default:
      return words(node.text, drawing);
  }
}

function drawNode(node: MarkdownNode, drawing: Drawing): ReactNode {
  const inside = () => drawNodes(node.children, drawing);
  const Tag = plainTags[node.tag];
  if (Tag !== undefined) return <Tag>{inside()}</Tag>;
  switch (node.tag) {
    case "inline":
    case "hidden":
      return inside();
    case "heading":
      return <p className={styles["heading"]}>{inside()}</p>;
    case "ordered_list":
      return <ol start={Number(node.attribute ?? 1)}>{inside()}</ol>;
    case "table":
      return (
        <div className={styles["table"]}>
          <table>{inside()}</table>
        </div>
      );
    case "link":
      return node.attribute === null ? (
        inside()
      ) : (
        <a
          href={node.attribute}
          target="_blank"
          rel="noopener noreferrer nofollow"
        >
          {inside()}
        </a>
      );
    default:
      return drawLeaf(node, drawing);
  }
}

const drawNodes = (
  nodes: readonly MarkdownNode[],
  drawing: Drawing,
): ReactNode =>
  nodes.map((node, index) => (
    <Fragment key={index}>{drawNode(node, drawing)}</Fragment>
  ));

interface MarkdownProps {
  readonly body: string;
  readonly mentions?: readonly Mention[] | undefined;
}

/** A message's text. It is drawn knot by knot and never as HTML, so nothing in it can run. */
export function Markdown({ body, mentions }: MarkdownProps) {
  const drawMention = use(MentionContext);
  const marked = markMentions(body, mentions);
  return (
    <div className={styles["markdown"]} dir="auto">
      {drawNodes(readMarkdown(marked.text), { body: marked, drawMention })}
    </div>
  );
}
