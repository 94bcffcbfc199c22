import type { ReactNode } from "react";
import { useTexts } from "../texts/texts.tsx";
import { DeliveryMark } from "./delivery-mark.tsx";
import { noteWords } from "./note-words.ts";
import type { MessageRow, NoteRow, TimelineRow } from "./timeline-rows.ts";
import styles from "./timeline.module.css";

interface TimelineViewProps {
  readonly rows: readonly TimelineRow[];
  /** What can be done about a message that was refused. */
  readonly actionsFor?: (row: MessageRow) => ReactNode;
}

function Message({
  row,
  actions,
}: {
  readonly row: MessageRow;
  readonly actions: ReactNode;
}) {
  const texts = useTexts();
  const isRefused = row.delivery?.kind === "refused";
  return (
    <li
      className={styles["message"]}
      data-side={row.isOfCustomer ? "customer" : "staff"}
    >
      {!row.isContinued && row.authorName !== "" && (
        <span className={styles["author"]}>{row.authorName}</span>
      )}
      <div className={styles["bubble"]} data-refused={isRefused}>
        <span className={styles["body"]} dir="auto">
          {row.body}
        </span>
        <span className={styles["meta"]}>
          <time dateTime={new Date(row.at).toISOString()}>
            {texts.time(row.at)}
          </time>
          {row.delivery !== null && <DeliveryMark delivery={row.delivery} />}
        </span>
      </div>
      {row.delivery?.kind === "refused" && (
        <div className={styles["refused"]}>
          <span>{texts.errors[row.delivery.code].happened}</span>
          {actions}
        </div>
      )}
    </li>
  );
}

function Note({ row }: { readonly row: NoteRow }) {
  const texts = useTexts();
  return (
    <li className={styles["note"]}>
      {noteWords(texts, row)} ·{" "}
      <time dateTime={row.at}>{texts.time(row.at)}</time>
    </li>
  );
}

/** Messages and notes of a conversation in their order. */
export function TimelineView({ rows, actionsFor }: TimelineViewProps) {
  return (
    <ol className={styles["rows"]}>
      {rows.map((row) =>
        row.kind === "note" ? (
          <Note key={row.key} row={row} />
        ) : (
          <Message key={row.key} row={row} actions={actionsFor?.(row)} />
        ),
      )}
    </ol>
  );
}
