import { Fragment, use } from "react";
import { piecesOf, type MarkedBody } from "./marked-body.ts";
import { MentionContext } from "./mention-context.tsx";

interface WordsProps {
  readonly text: string;
  readonly body: MarkedBody;
}

/** A stretch of a body, with its mentions. */
export function Words({ text, body }: WordsProps) {
  const drawMention = use(MentionContext);
  return piecesOf(text, body).map((piece, index) => (
    <Fragment key={index}>
      {piece.kind === "text"
        ? piece.text
        : drawMention(piece.mention, piece.words)}
    </Fragment>
  ));
}

/** A text without marks: its paragraphs and lines. */
export function PlainText({ body }: { readonly body: MarkedBody }) {
  return body.text.split(/\n{2,}/).map((paragraph, place) => (
    <p key={place}>
      {paragraph.split("\n").map((line, index) => (
        <Fragment key={index}>
          {index > 0 && <br />}
          <Words text={line} body={body} />
        </Fragment>
      ))}
    </p>
  ));
}
