import type {
  ClientId,
  ConversationId,
  Me,
  Notice,
  NoticeOf,
  NoticeType,
  SendCommand,
  TimelineEvent,
} from "@veche/contracts";
import type { LineState } from "./line-state.ts";
import type { Conversations } from "./list/conversation-list.ts";
import type { ConversationLog } from "./log/conversation-log.ts";
import type { OutboxMessage } from "./outbox-item.ts";
import type { Readable } from "./store.ts";

export type EventsListener = (
  conversationId: ConversationId,
  events: readonly TimelineEvent[],
) => void;

/** One device's line to the server: commands up, logs and notices down, unsent messages kept until they are sent. */
export interface ChatClient {
  readonly state: Readable<LineState>;
  /** Who the server says I am; null before the first welcome. */
  readonly me: Readable<Me | null>;
  /** Server time minus this machine's, milliseconds, as of the last welcome: for countdowns to the server's instants. */
  readonly clockOffsetMs: Readable<number>;
  /** The conversations I am in, pinned ones first, then those with the newest message. */
  readonly conversations: Conversations;
  /** Connects and stays connected; again after `stopped`. */
  readonly start: () => void;
  /** While something hangs on the line, a call: a cut is mended within seconds. The answer ends it. */
  readonly hurry: () => () => void;
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
  /** Calls `listener` with what is new in a log, in its order, also what happened while the line was cut; the answer ends it. */
  readonly onEvents: (listener: EventsListener) => () => void;
  /** A conversation's log; the same object every time. Whoever subscribes to it is shown its end. */
  readonly log: (conversationId: ConversationId) => ConversationLog;
  /** Says that everything up to `seq` was read here, and counts so at once. Delivery is told by itself. */
  readonly markRead: (conversationId: ConversationId, seq: number) => void;
  /** Messages of mine on their way out, all conversations, in order. */
  readonly unsent: Readable<readonly OutboxMessage[]>;
  /** Puts a message on its way; it shows in `unsent` at once and in the log when the server has it. */
  readonly sendMessage: (
    conversationId: ConversationId,
    body: string,
  ) => ClientId;
  /** Sends what was refused again. */
  readonly retryMessage: (clientId: ClientId) => void;
  /** Forgets what was refused or still waits. */
  readonly discardMessage: (clientId: ClientId) => void;
  /** Ends for good: hangs up and leaves the company of the other tabs. */
  readonly close: () => void;
}
