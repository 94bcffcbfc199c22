import type {
  ClientId,
  Conversation,
  ConversationId,
  Me,
  Notice,
  NoticeOf,
  NoticeType,
  SendCommand,
} from "@veche/contracts";
import { ClientCore } from "./client-core.ts";
import type { RealtimeClientOptions } from "./client-options.ts";
import type { ConversationLog } from "./conversation-log.ts";
import type { LineState } from "./line-state.ts";
import type { OutboxMessage } from "./outbox-message.ts";
import type { Readable } from "./store.ts";

/** One device's line to the server: commands up, logs and notices down, unsent messages kept until they are sent. */
export interface RealtimeClient {
  readonly state: Readable<LineState>;
  /** Who the server says I am; null before the first welcome. */
  readonly me: Readable<Me | null>;
  /** Server time minus this machine's, milliseconds, as of the last welcome: for countdowns to the server's instants. */
  readonly clockOffsetMs: Readable<number>;
  /** The conversations I am in, those with the newest message first. */
  readonly conversations: Readable<readonly Conversation[]>;
  /** Connects and stays connected; again after `stopped`. */
  readonly start: () => void;
  /** Hangs up; what is unsent stays. */
  readonly stop: () => void;
  /**
   * Sends a command; rejects with `CommandError`. One that is cut off is sent again after the resume and settles then,
   * within 15 s of the call; `typing.show` and the call commands bound to a moment reject with `server.unavailable`.
   */
  readonly send: SendCommand;
  /** Calls `listener` with every notice of this kind; the answer ends it. */
  readonly on: <Kind extends NoticeType>(
    kind: Kind,
    listener: (notice: NoticeOf<Kind>) => void,
  ) => () => void;
  readonly onNotice: (listener: (notice: Notice) => void) => () => void;
  /** A conversation's log; the same object every time. */
  readonly log: (conversationId: ConversationId) => ConversationLog;
  /** Says that everything up to `seq` was read here. Delivery is told by itself. */
  readonly markRead: (conversationId: ConversationId, seq: number) => void;
  /** Messages of mine on their way out, all conversations, in order. */
  readonly unsent: Readable<readonly OutboxMessage[]>;
  /** Puts a message on its way; it shows in `unsent` at once and in the log when the server has it. */
  readonly sendMessage: (
    conversationId: ConversationId,
    body: string,
  ) => ClientId;
  /** Sends a refused message again. */
  readonly retryMessage: (clientId: ClientId) => void;
  /** Forgets a message that was refused or still waits. */
  readonly discardMessage: (clientId: ClientId) => void;
  /** Ends for good: hangs up and leaves the company of the other tabs. */
  readonly close: () => void;
}

export const createRealtimeClient = (
  options: RealtimeClientOptions,
): RealtimeClient => {
  const core = new ClientCore(options);
  const onNotice = (listener: (notice: Notice) => void): (() => void) =>
    core.onNotice(listener);
  return {
    state: core.line.state,
    me: core.me,
    clockOffsetMs: core.clockOffsetMs,
    conversations: core.conversations.store,
    unsent: core.outbox.messages,
    start: () => core.line.start(),
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
    log: (conversationId) => core.log(conversationId),
    markRead: (conversationId, seq) =>
      core.receipts.move(conversationId, { readTo: seq }),
    sendMessage: (conversationId, body) =>
      core.outbox.add(conversationId, body),
    retryMessage: (clientId) => core.outbox.retry(clientId),
    discardMessage: (clientId) => core.outbox.discard(clientId),
    close: () => core.close(),
  };
};
