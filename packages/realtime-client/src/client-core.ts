import {
  PROTOCOL_VERSION,
  type Conversation,
  type ConversationId,
  type Hello,
  type Me,
  type Notice,
  type SendCommand,
  type ServerFrame,
  type TimelineEvent,
  type Welcome,
} from "@veche/contracts";
import { CommandQueue } from "./command-queue.ts";
import { ConversationList } from "./conversation-list.ts";
import { LogKeeper } from "./conversation-log.ts";
import { Line } from "./line.ts";
import { Outbox } from "./outbox.ts";
import type { RealtimeClientOptions } from "./client-options.ts";
import { Receipts } from "./receipts.ts";
import { createStore } from "./store.ts";

/** Owns the parts, which do not know each other, and carries what one says to those it concerns. */
export class ClientCore {
  readonly me = createStore<Me | null>(null);
  readonly clockOffsetMs = createStore(0);
  readonly conversations = new ConversationList(() => this.me.get()?.id);
  readonly line: Line;
  readonly outbox: Outbox;
  readonly receipts: Receipts;
  readonly #options: RealtimeClientOptions;
  readonly #commands: CommandQueue;
  readonly #logs = new Map<ConversationId, LogKeeper>();
  readonly #noticeListeners = new Set<(notice: Notice) => void>();
  #epoch: string | undefined;

  constructor(options: RealtimeClientOptions) {
    const { connect, powers } = options;
    this.#options = options;
    this.line = new Line({
      connect,
      powers,
      hello: () => this.#hello(),
      received: (frame) => {
        this.#received(frame);
      },
    });
    const isLive = (): boolean => this.line.state.get().kind === "live";
    this.#commands = new CommandQueue({
      powers,
      isLive,
      transmit: (frame) => this.line.send(frame),
    });
    this.receipts = new Receipts(powers, this.send);
    this.outbox = new Outbox({
      place: options.outbox,
      powers,
      isLive,
      wake: () => this.line.wake(),
      isInLog: (conversationId, seq) =>
        (this.#logs.get(conversationId)?.position ?? 0) >= seq,
      send: (params) => this.send("message.send", params),
    });
    this.line.state.subscribe(() => {
      this.#lineChanged();
    });
  }

  readonly send: SendCommand = (name, params) =>
    this.#commands.send(name, params);

  onNotice(listener: (notice: Notice) => void): () => void {
    const own = (notice: Notice): void => {
      listener(notice);
    };
    this.#noticeListeners.add(own);
    return () => {
      this.#noticeListeners.delete(own);
    };
  }

  log(conversationId: ConversationId): LogKeeper {
    const known = this.#logs.get(conversationId);
    if (known !== undefined) return known;
    const log = new LogKeeper(conversationId, this.#options.loadPage);
    this.#logs.set(conversationId, log);
    return log;
  }

  close(): void {
    this.line.stop();
    this.outbox.close();
  }

  #hello(): Hello {
    const cursors: Record<ConversationId, number> = {};
    for (const [id, { position }] of this.#logs)
      if (position !== undefined) cursors[id] = position;
    const hello = {
      t: "hello",
      protocol: PROTOCOL_VERSION,
      deviceId: this.#options.deviceId,
      cursors,
    } as const;
    return this.#epoch === undefined ? hello : { ...hello, epoch: this.#epoch };
  }

  #lineChanged(): void {
    const { kind } = this.line.state.get();
    if (kind === "live") {
      this.#commands.lineLive();
      this.outbox.lineLive();
    } else if (kind === "waiting") this.#commands.lineCut();
    else if (kind === "idle" || kind === "stopped")
      this.#commands.lineStopped();
  }

  #received(frame: ServerFrame): void {
    switch (frame.t) {
      case "welcome":
        this.#welcomed(frame);
        break;
      case "events":
        this.#happened(frame.conversationId, frame.events);
        break;
      case "reset":
        this.log(frame.conversationId).reset(frame.headSeq);
        this.outbox.passedOver();
        break;
      case "notice":
        this.#noticed(frame.notice);
        break;
      case "ack":
      case "error":
        this.#commands.answered(frame);
        break;
      case "live":
      case "pong":
        break;
    }
  }

  #welcomed({ epoch, me, conversations, serverTime }: Welcome): void {
    const isAnotherHistory = this.#epoch !== undefined && this.#epoch !== epoch;
    this.#epoch = epoch;
    this.me.set(me);
    this.clockOffsetMs.set(
      Date.parse(serverTime) - this.#options.powers.nowMs(),
    );
    this.conversations.replace(conversations);
    const present = new Set(conversations.map(({ id }) => id));
    for (const [id, log] of this.#logs) if (!present.has(id)) log.forget();
    for (const conversation of conversations) {
      const log = this.log(conversation.id);
      if (isAnotherHistory) log.reset(conversation.headSeq);
      log.adopt(conversation);
    }
    this.outbox.passedOver();
  }

  #happened(
    conversationId: ConversationId,
    events: readonly TimelineEvent[],
  ): void {
    const log = this.log(conversationId);
    const fresh = log.append(events);
    if (fresh === "gap") {
      this.line.renew();
      return;
    }
    const me = this.me.get()?.id;
    const messages = fresh.filter((event) => event.type === "message.created");
    for (const { actorId, clientId } of messages)
      if (actorId === me) this.outbox.seen(clientId);
    this.conversations.happened(conversationId, fresh, log.get().events);
    const news = messages.findLast(({ actorId }) => actorId !== me);
    if (news !== undefined)
      this.receipts.move(conversationId, { deliveredTo: news.seq });
  }

  #noticed(notice: Notice): void {
    if (notice.type === "conversation.changed")
      this.#joined(notice.conversation);
    else if (notice.type === "conversation.gone") {
      this.conversations.remove(notice.conversationId);
      this.#logs.get(notice.conversationId)?.forget();
    }
    for (const listener of [...this.#noticeListeners]) listener(notice);
  }

  #joined(conversation: Conversation): void {
    this.conversations.put(conversation);
    this.log(conversation.id).setMembers(conversation.members);
  }
}
