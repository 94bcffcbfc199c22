import type { MessageCreated } from "@veche/contracts";
import type { LogSnapshot } from "@veche/realtime-client";
import { iconMessage } from "@veche/ui";
import { memo, type MouseEvent } from "react";
import { EmptyState } from "../../../platform/kit/empty-state.tsx";
import { LoadingRows } from "../../../platform/kit/loading-rows.tsx";
import { useServices } from "../../../platform/services.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { MessageView } from "../message/message-view.tsx";
import { useMessenger } from "../messenger-context.tsx";
import { noteWords } from "../message/note-words.ts";
import { UnsentView } from "../message/unsent-view.tsx";
import { dayWords } from "../when.ts";
import { useConversation } from "./conversation-context.tsx";
import {
  isSameRow,
  type NoteEntry,
  type TimelineRow,
} from "./timeline-rows.ts";
import type { TimelineScroll } from "./use-timeline-scroll.ts";
import styles from "./timeline.module.css";

type OnMenu = (message: MessageCreated, event: MouseEvent) => void;

function DayLine({ at }: { readonly at: string | number }) {
  const { language } = useTexts();
  const { powers } = useServices();
  return (
    <div className={styles["day"]} role="separator">
      <span>{dayWords(language, at, powers.nowMs())}</span>
    </div>
  );
}

/** A call in the conversation of two that did not come about. */
const isInVain = (entry: NoteEntry): boolean =>
  entry.type === "call.ended" &&
  entry.durationMs === 0 &&
  entry.reason !== "moved" &&
  entry.reason !== "ended";

function Note({ entry }: { readonly entry: NoteEntry }) {
  const texts = useTexts();
  const { calling } = useMessenger();
  const { conversation, nameOf, goTo } = useConversation();
  const words = noteWords(texts, nameOf(entry.actorId), entry);
  return (
    <p className={styles["note"]}>
      {entry.type === "message.pinned" ? (
        <button
          type="button"
          className={styles["toMessage"]}
          onClick={() => goTo(entry.messageSeq)}
        >
          {words}
        </button>
      ) : (
        words
      )}
      {conversation.kind === "direct" && isInVain(entry) && (
        <calling.Again conversation={conversation} />
      )}
    </p>
  );
}

interface RowProps {
  readonly row: TimelineRow;
  readonly onMenu: OnMenu;
}

/** The rows of a scrolled or grown log are mostly those that stand in the page already. */
const Row = memo(
  DrawnRow,
  (before, after) =>
    before.onMenu === after.onMenu && isSameRow(before.row, after.row),
);

function DrawnRow({ row, onMenu }: RowProps) {
  const { t } = useTexts();
  switch (row.kind) {
    case "day":
      return <DayLine at={row.at} />;
    case "unread":
      return (
        <div className={styles["unread"]} role="separator">
          <span>{t("chats.newMessages")}</span>
        </div>
      );
    case "note":
      return <Note entry={row.entry} />;
    case "message":
      return <MessageView row={row} onMenu={onMenu} />;
    case "unsent":
      return <UnsentView row={row} />;
  }
}

interface TimelineProps {
  readonly rows: readonly TimelineRow[];
  readonly snapshot: LogSnapshot;
  readonly onMenu: OnMenu;
  readonly place: React.RefObject<HTMLDivElement | null>;
  readonly virtual: TimelineScroll;
}

function NothingYet({ snapshot }: { readonly snapshot: LogSnapshot }) {
  const { t } = useTexts();
  if (snapshot.hasOlder || snapshot.loading !== null)
    return <LoadingRows count={6} />;
  return (
    <EmptyState
      icon={iconMessage}
      title={t("msg.empty")}
      advice={t("msg.emptyAdvice")}
    />
  );
}

/** The rows of a log, however many: only those in sight stand in the page. */
export function Timeline({
  rows,
  snapshot,
  onMenu,
  place,
  virtual,
}: TimelineProps) {
  const { t } = useTexts();
  return (
    <div
      ref={place}
      className={styles["scroll"]}
      role="log"
      aria-label={t("msg.log")}
      aria-live="polite"
      aria-relevant="additions"
      tabIndex={0}
    >
      {rows.length === 0 && <NothingYet snapshot={snapshot} />}
      <div
        className={styles["rows"]}
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <div
              key={key}
              data-index={index}
              ref={virtual.measureElement}
              className={styles["item"]}
              style={{ transform: `translateY(${String(start)}px)` }}
            >
              <Row row={row} onMenu={onMenu} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
