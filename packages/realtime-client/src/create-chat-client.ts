import type { Notice, NoticeOf, NoticeType } from "@veche/contracts";
import { chatAbilities } from "./abilities.ts";
import type { ChatClient } from "./chat-client.ts";
import { ClientCore } from "./client-core.ts";
import type { RealtimeClientOptions } from "./client-options.ts";
import { sameItems, select } from "./store.ts";

/** What every client has in common. */
export function faceOf(core: ClientCore): ChatClient {
  const onNotice = (listener: (notice: Notice) => void): (() => void) =>
    core.onNotice(listener);
  return {
    state: core.line.state,
    me: core.me,
    clockOffsetMs: core.clockOffsetMs,
    conversations: core.conversations,
    unsent: select(
      core.outbox.items,
      (all) => all.filter((item) => item.kind === "message"),
      sameItems,
    ),
    start: () => core.line.start(),
    hurry: () => core.line.hurry(),
    stop: () => core.line.stop(),
    send: core.send,
    onNotice,
    on: <Kind extends NoticeType>(
      kind: Kind,
      listener: (notice: NoticeOf<Kind>) => void,
    ) =>
      onNotice((notice) => {
        // The tag was compared: the notice is of that kind.
        if (notice.type === kind) listener(notice as NoticeOf<Kind>);
      }),
    onEvents: (listener) => core.onEvents(listener),
    log: (conversationId) => core.log(conversationId),
    markRead: (conversationId, seq) => core.markRead(conversationId, seq),
    sendMessage: (conversationId, body) =>
      core.put(conversationId, (outgoing) => ({
        ...outgoing,
        kind: "message",
        body,
      })),
    retryMessage: (clientId) => core.outbox.retry(clientId),
    discardMessage: (clientId) => core.outbox.discard(clientId),
    close: () => core.close(),
  };
}

/** The client of a single chat, which sends text and must be small: the widget's. */
export const createChatClient = (options: RealtimeClientOptions): ChatClient =>
  faceOf(new ClientCore(options, chatAbilities));
