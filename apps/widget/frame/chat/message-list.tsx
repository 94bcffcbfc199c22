import type {
  ConversationLog,
  LogSnapshot,
  ChatClient,
} from "@veche/realtime-client";
import { useReadable } from "../parts/use-readable.ts";
import { useTexts, useWidget } from "../parts/widget-context.ts";
import { MessageRow } from "./message-row.tsx";
import { timelineOf, type TimelineItem } from "./timeline.ts";
import { useFollowing, useReading, useStayAtEnd } from "./use-reading.ts";

interface RowProps {
  readonly item: TimelineItem;
  readonly isLast: boolean;
}

function Row({ item, isLast }: RowProps) {
  switch (item.kind) {
    case "day":
      return <li class="day">{item.text}</li>;
    case "note":
      return (
        <li class="note">
          {item.text} <span class="note-time">{item.time}</span>
        </li>
      );
    case "message":
      return <MessageRow message={item} isLast={isLast} />;
  }
}

function OlderButton({ log }: { readonly log: ConversationLog }) {
  const { t } = useTexts();
  const isLoading = useReadable(log).loading !== null;
  // A failure leaves the button as it was.
  const load = () => void log.loadOlder().catch(() => undefined);
  return (
    <button
      type="button"
      class="text-button older"
      disabled={isLoading}
      onClick={load}
    >
      {isLoading ? t("chat.olderLoading") : t("chat.older")}
    </button>
  );
}

function Writer({ members }: Pick<LogSnapshot, "members">) {
  const { typing } = useWidget();
  const { t } = useTexts();
  const writers = useReadable(typing.writers);
  const writer = members.find(({ principalId }) =>
    writers.includes(principalId),
  );
  if (writer === undefined) return null;
  return <p class="typing">{t("message.typing", { name: writer.name })}</p>;
}

interface MessageListProps {
  readonly client: ChatClient;
  readonly log: ConversationLog;
}

/** The conversation: days, notes, messages, who is typing. */
export function MessageList({ client, log }: MessageListProps) {
  const widget = useWidget();
  const translator = useTexts();
  const snapshot = useReadable(log);
  const { entries, members, reached, hasOlder } = snapshot;
  const id = widget.conversationId();
  const unsent = useReadable(client.unsent).filter(
    ({ conversationId }) => conversationId === id,
  );
  const todayAt = widget.serverNowMs();
  const me = widget.me();
  const items = timelineOf({
    events: entries,
    members,
    reached,
    unsent,
    me,
    todayAt,
    translator,
  });
  const { scroll, onScroll } = useStayAtEnd(items.length);
  useReading(client, entries.at(-1)?.seq ?? 0);
  useFollowing(log, snapshot);
  return (
    // A scrolled region must be reachable by keyboard.
    <div
      class="messages"
      ref={scroll}
      onScroll={onScroll}
      role="log"
      aria-label={translator.t("chat.log")}
      tabIndex={0}
    >
      {hasOlder && entries.length > 0 ? <OlderButton log={log} /> : null}
      {items.length === 0 && !hasOlder ? (
        <p class="empty">{translator.t("chat.empty")}</p>
      ) : null}
      <ol class="message-list">
        {items.map((item, index) => (
          <Row key={item.key} item={item} isLast={index === items.length - 1} />
        ))}
      </ol>
      <Writer members={members} />
    </div>
  );
}
