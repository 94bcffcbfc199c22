import type {
  ConversationLog,
  LogSnapshot,
  ChatClient,
} from "@veche/realtime-client";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { useWidget } from "../parts/widget-context.ts";

const nearEndPx = 80;
/** About two screens: what a reader expects to find without asking. */
const enoughEntries = 25;

/** Keeps the newest in sight, unless the reader has gone up to read. */
export function useStayAtEnd(count: number) {
  const scroll = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  useLayoutEffect(() => {
    const { current } = scroll;
    if (current !== null && isAtEnd.current)
      current.scrollTop = current.scrollHeight;
  }, [count]);
  const onScroll = () => {
    const { current } = scroll;
    if (current === null) return;
    const belowPx =
      current.scrollHeight - current.scrollTop - current.clientHeight;
    isAtEnd.current = belowPx < nearEndPx;
  };
  return { scroll, onScroll };
}

/** Tells the others that what is on the screen was read, while somebody looks at it. */
export function useReading(client: ChatClient, lastSeq: number): void {
  const { powers, conversationId } = useWidget();
  useEffect(() => {
    const read = () => {
      const id = conversationId();
      if (id !== null && lastSeq > 0 && powers.isPageVisible())
        client.markRead(id, lastSeq);
    };
    read();
    return powers.onVisibility(read);
  }, [client, powers, conversationId, lastSeq]);
}

/** Fills a log of which this page has seen only the last words, and takes away the hint of a writer who wrote. */
export function useFollowing(
  log: ConversationLog,
  { entries, hasOlder }: LogSnapshot,
): void {
  const { typing } = useWidget();
  const last = entries.at(-1);
  const isShort = entries.length < enoughEntries && hasOlder;
  useEffect(() => {
    // A failure leaves the button for earlier messages.
    if (isShort) log.loadOlder().catch(() => undefined);
  }, [log, isShort, entries.length]);
  useEffect(() => {
    if (last?.type === "message.created" && last.actorId !== null)
      typing.written(last.actorId);
  }, [typing, last]);
}
