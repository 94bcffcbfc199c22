import {
  PROTOCOL_VERSION,
  type ClientId,
  type CommandName,
  type Conversation,
  type ConversationId,
  type Hello,
  type ListedConversation,
  type Me,
  type Notice,
  type SendCommand,
  type ServerFrame,
  type TimelineEvent,
  type Welcome,
} from "@veche/contracts";
import type { RealtimeClientOptions } from "./client-options.ts";
import type { Remembered } from "./cache/client-cache.ts";
import { CommandQueue } from "./command-queue.ts";
import { Line } from "./line.ts";
import { ConversationList } from "./list/conversation-list.ts";
import type { Reader } from "./list/unread.ts";
import { LogShelf } from "./log/log-shelf.ts";
import type { LogKeeper } from "./log/log-keeper.ts";
import type { Abilities } from "./abilities.ts";
import type { EventsListener } from "./chat-client.ts";
import type { Outgoing, OutboxItem } from "./outbox-item.ts";
import { withChanged } from "./members.ts";
import { Outbox } from "./outbox.ts";
import { Receipts } from "./receipts.ts";
import { createStore } from "./store.ts";

/** Everything that should be held is. */
const isWhole = (
  found: readonly (Conversation | undefined)[],
): found is readonly Conversation[] => found.every((one) => one !== undefined);

/** Owns the parts, which do not know each other, and carries what one says to those it concerns. */
export class ClientCore {
  readonly me = createStore<Me | null>(null);
  readonly clockOffsetMs = createStore(0);
  readonly conversations: ConversationList;
  readonly line: Line;
  readonly outbox: Outbox;
  readonly receipts: Receipts;
  readonly logs: LogShelf;
  readonly #options: RealtimeClientOptions;
  readonly #abilities: Abilities;
  readonly #commands: CommandQueue;
  readonly #noticeListeners = new Set<(notice: Notice) => void>();
  readonly #eventListeners = new Set<EventsListener>();
  #epoch: string | undefined;
  /** Of the list that is held, with all that was told of it since; undefined while it is not held whole. */
  #listVersion: string | undefined;
  /** Whose positions the last `hello` told: events follow from there, of the others from the welcome's head. */
  #resumed: ReadonlySet<ConversationId> = new Set();
  /** The list while it is being told. */
  #listing:
    | {
        readonly listVersion: string;
        readonly told: readonly Conversation[];
        readonly unchanged: readonly Conversation[];
        readonly totalCount: number;
        readonly isFirst: boolean;
        readonly resumed: ReadonlySet<ConversationId> | "another history";
      }
    | undefined;

  constructor(options: RealtimeClientOptions, abilities: Abilities) {
    const { connect, powers } = options;
    this.#options = options;
    this.#abilities = abilities;
    const { fold, isOvertaken, layOver, createWalk, amend } = abilities;
    this.conversations = new ConversationList({
      fold,
      reader: () => this.#reader(),
      ranges: (id) => this.logs.known(id)?.ranges ?? [],
    });
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
      isPast: (id, seq) => this.#isPast(id, seq),
      isOvertaken,
      send: (item) => this.#say(item),
    });
    this.logs = new LogShelf({
      loadPage: options.loadPage,
      amend,
      createWalk,
      me: () => this.me.get()?.id,
      unsent: this.outbox.items,
      layOver,
      find: (id) => this.conversations.find(id),
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

  onEvents(listener: EventsListener): () => void {
    const own: EventsListener = (conversationId, events) => {
      listener(conversationId, events);
    };
    this.#eventListeners.add(own);
    return () => {
      this.#eventListeners.delete(own);
    };
  }

  log(conversationId: ConversationId): LogKeeper {
    return this.logs.log(conversationId);
  }

  /** The server's history that everything known here belongs to. */
  get epoch(): string | undefined {
    return this.#epoch;
  }

  /** What this device knew when it was last used; nothing where the server has spoken already. */
  remembered({ me, epoch, conversations, reads }: Remembered): void {
    if (this.#epoch !== undefined) return;
    this.#epoch = epoch;
    this.me.set(me);
    this.conversations.replace(conversations);
    for (const one of conversations)
      this.logs.known(one.id)?.adopt(one, "resumed");
    for (const [id, seq] of reads) this.markRead(id, seq);
  }

  /** Puts something I wrote on its way. */
  put(
    conversationId: ConversationId,
    complete: (outgoing: Outgoing) => OutboxItem,
  ): ClientId {
    const { powers } = this.#options;
    const clientId = powers.newId<ClientId>();
    const writtenAt = powers.nowMs();
    const state = { kind: "waiting" } as const;
    this.outbox.add(complete({ clientId, conversationId, writtenAt, state }));
    return clientId;
  }

  markRead(conversationId: ConversationId, seq: number): void {
    this.conversations.read(conversationId, seq);
    this.receipts.move(conversationId, { readTo: seq });
  }

  close(): void {
    this.line.stop();
    this.outbox.close();
  }

  #reader(): Reader | undefined {
    const principalId = this.me.get()?.id;
    const { tagIds = () => new Set() } = this.#options;
    return principalId && { principalId, tagIds: tagIds() };
  }

  #position(id: ConversationId): number | undefined {
    return (
      this.logs.known(id)?.position ?? this.conversations.find(id)?.headSeq
    );
  }

  /** Shown in its log, passed over by it, or in a conversation that I am not in: no log will show it then. */
  #isPast(id: ConversationId, seq: number): boolean {
    const position = this.#position(id);
    return position === undefined
      ? this.#listVersion !== undefined
      : position >= seq;
  }

  async #say(item: OutboxItem): Promise<number | undefined> {
    const { name, params } = this.#abilities.commandOf(item);
    // The items are written to the contract's commands; a server that knows one of them not refuses it by its code.
    const answer: object = await this.send(name as CommandName, params);
    return "seq" in answer && typeof answer.seq === "number"
      ? answer.seq
      : undefined;
  }

  #hello(): Hello {
    const cursors = this.logs.cursors();
    // Object.keys forgets the key type of the record.
    this.#resumed = new Set(Object.keys(cursors) as ConversationId[]);
    const hello = {
      t: "hello",
      protocol: PROTOCOL_VERSION,
      deviceId: this.#options.deviceId,
      cursors,
    } as const;
    if (this.#epoch === undefined) return hello;
    const resumed = { ...hello, epoch: this.#epoch };
    return this.#listVersion === undefined
      ? resumed
      : { ...resumed, listVersion: this.#listVersion };
  }

  #lineChanged(): void {
    const { kind } = this.line.state.get();
    if (kind !== "syncing") this.conversations.letGo();
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
      case "list":
        this.#listed(frame.conversations);
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

  #welcomed(welcome: Welcome): void {
    const { epoch, me, listVersion, serverTime } = welcome;
    const { conversations, unchanged = [], restCount = 0 } = welcome;
    const isAnotherHistory = this.#epoch !== undefined && this.#epoch !== epoch;
    this.#epoch = epoch;
    this.me.set(me);
    this.clockOffsetMs.set(
      Date.parse(serverTime) - this.#options.powers.nowMs(),
    );
    const held = unchanged.map((id) => this.conversations.find(id));
    this.#listVersion = undefined;
    if (!isWhole(held)) {
      this.line.renew();
      return;
    }
    this.#listing = {
      listVersion,
      told: [],
      unchanged: held,
      totalCount: conversations.length + restCount,
      isFirst: this.conversations.get().length === 0,
      resumed: isAnotherHistory ? "another history" : this.#resumed,
    };
    this.#listed(conversations);
  }

  /** More of the list: shown at once by a device that knows nothing yet, otherwise when all of it is told. */
  #listed(page: readonly ListedConversation[]): void {
    if (this.#listing === undefined) return;
    const { totalCount, isFirst, resumed, unchanged } = this.#listing;
    const completed = page.map((one) => this.#withMembers(one));
    if (!isWhole(completed)) {
      this.#listing = undefined;
      this.line.renew();
      return;
    }
    const told = [...this.#listing.told, ...completed];
    const isEnd = told.length >= totalCount;
    if (isEnd || isFirst) this.conversations.replace(told, unchanged);
    if (!isEnd) {
      this.#listing = { ...this.#listing, told };
      return;
    }
    this.#listVersion = this.#listing.listVersion;
    this.#listing = undefined;
    this.conversations.holdBack();
    this.logs.welcomed([...told, ...unchanged], resumed);
    this.outbox.passedOver();
    for (const one of [...told, ...unchanged]) this.#receive(one);
  }

  /** Undefined when it should be held here and is not: then the list is asked for anew. */
  #withMembers({
    members,
    changedMembers = [],
    ...told
  }: ListedConversation): Conversation | undefined {
    if (members !== undefined) return { ...told, members };
    const held = this.conversations.find(told.id);
    return (
      held && { ...told, members: withChanged(held.members, changedMembers) }
    );
  }

  /** What came while I was away has reached this device now. */
  #receive({ id, members, lastMessage }: Conversation): void {
    const me = this.me.get()?.id;
    const mine = members.find(({ principalId }) => principalId === me);
    if (lastMessage === null || lastMessage.authorId === me) return;
    if (mine !== undefined && mine.deliveredTo < lastMessage.seq)
      this.receipts.move(id, { deliveredTo: lastMessage.seq });
  }

  #happened(
    conversationId: ConversationId,
    events: readonly TimelineEvent[],
  ): void {
    const fresh = this.log(conversationId).append(events);
    if (fresh === "gap") {
      this.line.renew();
      return;
    }
    const me = this.me.get()?.id;
    const messages = fresh.filter((event) => event.type === "message.created");
    for (const { actorId, clientId } of messages)
      if (actorId === me) this.outbox.seen(clientId);
    this.outbox.passedOver();
    this.conversations.happened(conversationId, fresh);
    const news = messages.findLast(({ actorId }) => actorId !== me);
    if (news !== undefined)
      this.receipts.move(conversationId, { deliveredTo: news.seq });
    if (fresh.length > 0)
      for (const listener of [...this.#eventListeners])
        listener(conversationId, fresh);
  }

  #noticed(notice: Notice): void {
    if (notice.type === "conversation.changed")
      this.#joined(notice.conversation);
    else if (notice.type === "conversation.gone") {
      this.conversations.remove(notice.conversationId);
      this.logs.forget(notice.conversationId);
      this.outbox.passedOver();
    }
    if (notice.type === "conversation.counted")
      this.conversations.counted(notice);
    for (const listener of [...this.#noticeListeners]) listener(notice);
  }

  #joined(conversation: Conversation): void {
    this.conversations.put(conversation);
    const log = this.logs.known(conversation.id);
    if (log?.position === undefined) log?.adopt(conversation, "afresh");
    else log.setMembers(conversation.members);
    this.outbox.passedOver();
  }
}
