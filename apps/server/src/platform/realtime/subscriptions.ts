import type {
  Conversation,
  ConversationId,
  DeviceClass,
  Hello,
} from "@veche/contracts";
import type { Log } from "../log.ts";
import { LogCursor } from "./log-cursor.ts";
import { LogSight } from "./log-sight.ts";
import type { LogFeeds } from "./log-feeds.ts";
import { MAX_GAP_EVENTS } from "./realtime-options.ts";
import { encodeFrame, type Socket } from "./socket.ts";
import type { UnchangedConversation } from "./sync-source.ts";

/** Readings of several logs share statements. */
const LOGS_READ_AT_ONCE = 8;

export interface SubscriptionsDeps {
  readonly feeds: LogFeeds;
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
  readonly #cursors = new Map<ConversationId, LogCursor>();
  /** Changes of membership heard while the list was being read: the list may be from before them. */
  readonly #early = new Map<ConversationId, "joined" | "left">();
  /** Joins whose conversation is being read now. */
  readonly #joining = new Set<ConversationId>();
  #isBegun = false;

  constructor(deps: SubscriptionsDeps) {
    this.#deps = deps;
  }

  /** Takes the list that was read; positions held by the client become gaps to send or resets. */
  begin(
    conversations: readonly UnchangedConversation[],
    held: HeldPositions,
  ): void {
    this.#isBegun = true;
    for (const conversation of conversations) {
      if (this.#early.get(conversation.id) === "left")
        this.#tellGone(conversation.id);
      else this.#resume(conversation, held);
    }
    for (const [conversationId, change] of this.#early)
      if (change === "joined") this.joined(conversationId);
    this.#early.clear();
  }

  /** Sends all gaps, one log after the other; rejects when the tables cannot be read. */
  async catchUp(): Promise<void> {
    const behind = this.#cursors.values();
    const readAhead = async (): Promise<void> => {
      for (const cursor of behind) await cursor.readAhead();
    };
    await Promise.all(Array.from({ length: LOGS_READ_AT_ONCE }, readAhead));
    for (const cursor of this.#cursors.values()) await cursor.catchUp();
  }

  joined(conversationId: ConversationId): void {
    if (!this.#isBegun) this.#early.set(conversationId, "joined");
    else if (!this.#cursors.has(conversationId)) {
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
    if (!this.#isBegun) {
      this.#early.set(conversationId, "left");
      return;
    }
    this.#joining.delete(conversationId);
    this.#cursors.get(conversationId)?.stop();
    this.#cursors.delete(conversationId);
    this.#tellGone(conversationId);
  }

  stop(): void {
    this.#joining.clear();
    for (const cursor of this.#cursors.values()) cursor.stop();
    this.#cursors.clear();
  }

  async #join(conversationId: ConversationId): Promise<void> {
    const conversation = await this.#deps.read(conversationId);
    // Left again, or the connection is over, while it was read.
    if (!this.#joining.delete(conversationId)) return;
    if (conversation === undefined) return;
    this.#send({
      t: "notice",
      notice: { type: "conversation.changed", conversation },
    });
    this.#follow(conversation, 0);
    this.#cursors.get(conversationId)?.pull();
  }

  #resume(
    conversation: UnchangedConversation,
    { cursors, isPresentEpoch }: HeldPositions,
  ): void {
    const heldSeq = cursors[conversation.id];
    if (heldSeq === undefined) this.#open(conversation, conversation.headSeq);
    else if (isPresentEpoch) this.#follow(conversation, heldSeq);
    else this.#reset(conversation);
  }

  /** Goes on after a position; tells to start anew when it is too far behind or was never reached by this log. */
  #follow(conversation: UnchangedConversation, seq: number): void {
    const feed = this.#deps.feeds.feed(conversation.id);
    const headSeq = Math.max(conversation.headSeq, feed.headSeq);
    if (seq > headSeq || headSeq - seq > MAX_GAP_EVENTS)
      this.#reset(conversation);
    else this.#open(conversation, seq);
  }

  /** To the head as the conversation was read: what was decided about it after that comes in the log. */
  #reset(conversation: UnchangedConversation): void {
    const { id, headSeq } = conversation;
    this.#send({ t: "reset", conversationId: id, headSeq });
    this.#open(conversation, headSeq);
  }

  #open(conversation: UnchangedConversation, seq: number): void {
    const { feeds, socket, log, device } = this.#deps;
    const { id, headSeq } = conversation;
    const feed = feeds.feed(id);
    // Whatever was committed before the list was read and heard by nobody here is covered by its head.
    feed.raiseHead(headSeq);
    this.#cursors.set(
      id,
      new LogCursor(seq, {
        ...{ feed, socket, log },
        sight: new LogSight(device, conversation),
      }),
    );
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
