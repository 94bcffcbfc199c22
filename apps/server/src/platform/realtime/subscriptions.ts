import type {
  Conversation,
  ConversationId,
  DeviceClass,
  Hello,
} from "@veche/contracts";
import type { Log } from "../log.ts";
import { LogCursor } from "./log-cursor.ts";
import { GuestSight, type GuestView } from "./guest-sight.ts";
import { LogSight } from "./log-sight.ts";
import type { LogFeeds } from "./log-feeds.ts";
import { MAX_GAP_EVENTS } from "./realtime-options.ts";
import { encodeFrame, type Socket } from "./socket.ts";
import type { UnchangedConversation } from "./sync-source.ts";

/** Readings of several logs share statements; a reader of thousands doesn't ask for all of them at once. */
const LOGS_READ_AT_ONCE = 32;

export interface SubscriptionsDeps {
  readonly feeds: LogFeeds;
  /** Of a guest: what they see of their one log. */
  readonly guest?: GuestView | undefined;
  readonly socket: Socket;
  readonly log: Log;
  /** What this connection's words are shown on. */
  readonly device: DeviceClass | null;
  /** Reads a conversation as this connection's principal sees it; undefined when they are not in it. */
  readonly read: (
    conversationId: ConversationId,
  ) => Promise<Conversation | undefined>;
}

/** What a client holds already; its positions count only under the present epoch. */
export interface HeldPositions {
  readonly cursors: Hello["cursors"];
  readonly isPresentEpoch: boolean;
}

/** The logs one connection is told, and how far. */
export class Subscriptions {
  readonly #deps: SubscriptionsDeps;
  /** A list, not a map: it is looked through when somebody joins or leaves, and costs a fifth. */
  #cursors: readonly LogCursor[] = [];
  /** Changes of membership heard while the list was being read: the list may be from before them. Undefined after that. */
  #early: Map<ConversationId, "joined" | "left"> | undefined = new Map();
  /** Joins whose conversation is being read now. */
  #joining: Set<ConversationId> | undefined;

  constructor(deps: SubscriptionsDeps) {
    this.#deps = deps;
  }

  /** Takes the list that was read; positions held by the client become gaps to send or resets. */
  begin(
    conversations: readonly UnchangedConversation[],
    held: HeldPositions,
  ): void {
    const early = this.#early ?? new Map<ConversationId, "joined" | "left">();
    this.#early = undefined;
    this.#cursors = conversations.flatMap((conversation) => {
      if (early.get(conversation.id) !== "left")
        return this.#resume(conversation, held);
      this.#tellGone(conversation.id);
      return [];
    });
    for (const [conversationId, change] of early)
      if (change === "joined") this.joined(conversationId);
  }

  /** Sends all gaps, one log after the other; rejects when the tables cannot be read. */
  async catchUp(): Promise<void> {
    const all = this.#cursors;
    for (let from = 0; from < all.length; from += LOGS_READ_AT_ONCE) {
      const some = all.slice(from, from + LOGS_READ_AT_ONCE);
      const ahead = some.flatMap((cursor) => cursor.readAhead() ?? []);
      if (ahead.length > 0) await Promise.all(ahead);
      for (const cursor of some) {
        const rest = cursor.catchUp();
        if (rest !== undefined) await rest;
      }
    }
  }

  joined(conversationId: ConversationId): void {
    if (this.#early !== undefined) this.#early.set(conversationId, "joined");
    else if (this.#find(conversationId) === undefined) {
      this.#joining ??= new Set();
      this.#joining.add(conversationId);
      this.#join(conversationId).catch((error: unknown) => {
        // Without it the client would miss a whole conversation: it resumes and is told the list anew.
        this.#deps.log.warn(
          { error },
          "a joined conversation could not be read",
        );
        this.#deps.socket.close("restart");
      });
    }
  }

  left(conversationId: ConversationId): void {
    if (this.#early !== undefined) {
      this.#early.set(conversationId, "left");
      return;
    }
    this.#joining?.delete(conversationId);
    const gone = this.#find(conversationId);
    gone?.stop();
    this.#cursors = this.#cursors.filter((cursor) => cursor !== gone);
    this.#tellGone(conversationId);
  }

  stop(): void {
    this.#joining?.clear();
    for (const cursor of this.#cursors) cursor.stop();
    this.#cursors = [];
  }

  #find(conversationId: ConversationId): LogCursor | undefined {
    return this.#cursors.find(
      ({ feed }) => feed.conversationId === conversationId,
    );
  }

  async #join(conversationId: ConversationId): Promise<void> {
    const conversation = await this.#deps.read(conversationId);
    // Left again, or the connection is over, while it was read.
    if (this.#joining?.delete(conversationId) !== true) return;
    if (conversation === undefined) return;
    this.#send({
      t: "notice",
      notice: { type: "conversation.changed", conversation },
    });
    const cursor = this.#follow(
      conversation,
      this.#deps.guest?.seesAfterSeq ?? 0,
    );
    this.#cursors = [...this.#cursors, cursor];
    cursor.pull();
  }

  #resume(
    conversation: UnchangedConversation,
    { cursors, isPresentEpoch }: HeldPositions,
  ): LogCursor {
    const told = cursors[conversation.id];
    // To a guest nothing is told again from before they came.
    const heldSeq = told && Math.max(told, this.#deps.guest?.seesAfterSeq ?? 0);
    if (heldSeq === undefined)
      return this.#open(conversation, conversation.headSeq);
    return isPresentEpoch
      ? this.#follow(conversation, heldSeq)
      : this.#reset(conversation);
  }

  /** Goes on after a position; tells to start anew when it is too far behind or was never reached by this log. */
  #follow(conversation: UnchangedConversation, seq: number): LogCursor {
    const feed = this.#deps.feeds.feed(conversation.id);
    const headSeq = Math.max(conversation.headSeq, feed.headSeq);
    return seq > headSeq || headSeq - seq > MAX_GAP_EVENTS
      ? this.#reset(conversation)
      : this.#open(conversation, seq);
  }

  /** To the head as the conversation was read: what was decided about it after that comes in the log. */
  #reset(conversation: UnchangedConversation): LogCursor {
    const { id, headSeq } = conversation;
    this.#send({ t: "reset", conversationId: id, headSeq });
    return this.#open(conversation, headSeq);
  }

  #open(conversation: UnchangedConversation, seq: number): LogCursor {
    const { feeds, device, guest } = this.#deps;
    const feed = feeds.feed(conversation.id);
    // Whatever was committed before the list was read and heard by nobody here is covered by its head.
    feed.learnHead(conversation.headSeq);
    const sight =
      guest !== undefined
        ? new GuestSight(guest, conversation)
        : conversation.confidentiality === null
          ? conversation.headSeq
          : new LogSight(device, conversation);
    return new LogCursor(seq, { feed, sight }, this.#deps);
  }

  #tellGone(conversationId: ConversationId): void {
    this.#send({
      t: "notice",
      notice: { type: "conversation.gone", conversationId },
    });
  }

  #send(frame: Parameters<typeof encodeFrame>[0]): void {
    this.#deps.socket.send(encodeFrame(frame));
  }
}
