import { Fragment, type ReactNode } from "react";
import { CodeBlock } from "./code-block.tsx";
import { unmarked, type MarkedBody } from "./marked-body.ts";
import { Words } from "./plain-text.tsx";
import { readMarkdown, type MarkdownNode } from "./read-markdown.ts";
import styles from "./markdown.module.css";

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

function drawLeaf(node: MarkdownNode, body: MarkedBody): ReactNode {
  switch (node.tag) {
    case "text":
      return <Words text={node.text} body={body} />;
    case "softbreak":
    case "hardbreak":
      return <br />;
    case "code_inline":
      return <code>{unmarked(node.text, body)}</code>;
    case "fence":
    case "code_block":
      return (
        <CodeBlock
          code={unmarked(node.text, body).replace(/\n$/, "")}
          language={node.attribute}
        />
      );
    case "hr":
      return <hr />;
    default:
      return <Words text={node.text} body={body} />;
  }
}

function drawNode(node: MarkdownNode, body: MarkedBody): ReactNode {
  const inside = () => drawNodes(node.children, body);
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
      return drawLeaf(node, body);
  }
}

const drawNodes = (
  nodes: readonly MarkdownNode[],
  body: MarkedBody,
): ReactNode =>
  nodes.map((node, index) => (
    <Fragment key={index}>{drawNode(node, body)}</Fragment>
  ));

/** A text with marks. It is drawn knot by knot and never as HTML, so nothing in it can run. */
export function MarkedText({ body }: { readonly body: MarkedBody }) {
  return drawNodes(readMarkdown(body.text), body);
}
