import type { Mention } from "@veche/contracts";
import { lazy, Suspense } from "react";
import { loadMarkedText } from "./load-marked-text.ts";
import { markMentions } from "./marked-body.ts";
import { mayBeMarked } from "./may-be-marked.ts";
import { PlainText } from "./plain-text.tsx";
import styles from "./markdown.module.css";

/** Fetched with the first text that has marks. */
const MarkedText = lazy(() =>
  loadMarkedText().then((file) => ({ default: file.MarkedText })),
);

interface MarkdownProps {
  readonly body: string;
  readonly mentions?: readonly Mention[] | undefined;
}

/** A message's text, as its marks say. */
export function Markdown({ body, mentions }: MarkdownProps) {
  const marked = markMentions(body, mentions);
  const plain = <PlainText body={marked} />;
  return (
    <div className={styles["markdown"]} dir="auto">
      {mayBeMarked(marked.text) ? (
        <Suspense fallback={plain}>
          <MarkedText body={marked} />
        </Suspense>
      ) : (
        plain
      )}
    </div>
  );
}
