import type {
  ClientFrame,
  ClientId,
  Conversation,
  ConversationId,
  MessageId,
  PrincipalId,
  ServerFrame,
  TimelineEvent,
} from "@veche/contracts";
import type { LoadPage } from "../src/index.ts";
import { ModelLists } from "./model-lists.ts";
import { createModelChanges, isAboutDeleted } from "./model-changes.ts";
import { modelConversation } from "./model-conversation.ts";
import { pageOf } from "./model-page.ts";
import type { Acceptor, ServerEnd } from "./fake-network.ts";

type CommandFrame = Extract<ClientFrame, { t: "command" }>;
type Events = readonly TimelineEvent[];
interface SendParams {
  readonly conversationId: ConversationId;
  readonly clientId: ClientId;
  readonly body: string;
}

interface Socket {
  readonly end: ServerEnd;
  readonly principalId: PrincipalId;
  isLive: boolean;
}

export interface ModelServerOptions {
  readonly nowMs: () => number;
  /** Gaps longer than this are answered with `reset`. */
  readonly longestGap?: number;
}

const pageSize = 7;

/** What the contract promises of the server's realtime part, in memory, with nothing left out that a client can see. */
export class ModelServer {
  readonly lists = new ModelLists();
  readonly #options: ModelServerOptions;
  readonly #logs = new Map<ConversationId, TimelineEvent[]>();
  readonly #members = new Map<ConversationId, PrincipalId[]>();
  readonly #sent = new Map<
    string,
    { readonly messageId: MessageId; readonly seq: number; readonly at: string }
  >();
  readonly #changes = createModelChanges();
  readonly #sockets = new Set<Socket>();
  epoch = "first";
  /** Answers the next commands with these errors first. */
  readonly refusals: Extract<ServerFrame, { t: "error" }>["code"][] = [];
  /** So many conversations of a list go into one frame. */
  listPage = Infinity;
  /** So many of the next live events reach nobody: the store has them, the word of them got lost. */
  hintsToLose = 0;
  /** So many of the next pages do not come. */
  pagesToFail = 0;
  seenPages = 0;
  readonly seenCommands: CommandFrame[] = [];
  readonly seenHellos: Extract<ClientFrame, { t: "hello" }>[] = [];

  constructor(options: ModelServerOptions) {
    this.#options = options;
  }

  /** Where a principal connects to. */
  acceptor(principalId: PrincipalId): Acceptor {
    return {
      accept: (end) => {
        const socket: Socket = { end, principalId, isLive: false };
        return {
          received: (frame) => this.#received(socket, frame),
          closed: () => this.#sockets.delete(socket),
        };
      },
    };
  }

  found(conversationId: ConversationId, members: readonly PrincipalId[]): void {
    this.#logs.set(conversationId, []);
    this.#members.set(conversationId, [...members]);
    for (const socket of this.#audience(conversationId))
      this.#announce(socket, conversationId);
  }

  log(conversationId: ConversationId): Events {
    return this.#logs.get(conversationId) ?? [];
  }

  sockets(): readonly ServerEnd[] {
    return [...this.#sockets].map(({ end }) => end);
  }

  readonly loadPage: LoadPage = async (request) => {
    if (this.pagesToFail > 0) {
      this.pagesToFail -= 1;
      throw new Error("the page did not come");
    }
    this.seenPages += 1;
    return pageOf(this.log(request.conversationId), request);
  };

  /** Somebody writes by other means than a client of the test. */
  write(
    conversationId: ConversationId,
    actorId: PrincipalId,
    body: string,
  ): void {
    const clientId = `other-${this.#sent.size}` as ClientId; // never compared as a UUID
    this.#send(actorId, { conversationId, clientId, body });
  }

  /** Somebody else reads. */
  read(conversationId: ConversationId, actorId: PrincipalId, seq: number) {
    this.#move(actorId, { conversationId, deliveredTo: seq, readTo: seq });
  }

  /** A member leaves for good. */
  leave(conversationId: ConversationId, principalId: PrincipalId): void {
    this.#append(conversationId, {
      type: "member.left",
      seq: this.log(conversationId).length + 1,
      at: this.#instant(),
      actorId: principalId,
      principalId,
      name: principalId,
    });
    const others = this.#members
      .get(conversationId)
      ?.filter((id) => id !== principalId);
    this.#members.set(conversationId, others ?? []);
  }

  /** A member is taken out: they are told nothing of it but that it is gone. */
  expel(conversationId: ConversationId, principalId: PrincipalId): void {
    this.leave(conversationId, principalId);
    for (const { end, principalId: id } of this.#sockets)
      if (id === principalId)
        end.send({
          t: "notice",
          notice: { type: "conversation.gone", conversationId },
        });
  }

  isMember(conversationId: ConversationId, principalId: PrincipalId): boolean {
    return this.#members.get(conversationId)?.includes(principalId) === true;
  }

  /** Somebody is let in, and told of the conversation as of any other. */
  admit(conversationId: ConversationId, principalId: PrincipalId): void {
    const members = this.#members.get(conversationId) ?? [];
    if (members.includes(principalId)) return;
    this.#members.set(conversationId, [...members, principalId]);
    for (const socket of this.#sockets)
      if (socket.principalId === principalId)
        this.#announce(socket, conversationId);
    this.#append(conversationId, {
      type: "member.joined",
      seq: this.log(conversationId).length + 1,
      at: this.#instant(),
      actorId: null,
      member: {
        principalId,
        kind: "user",
        name: principalId,
        role: "member",
        deliveredTo: 0,
        readTo: 0,
      },
    });
  }

  makeConfidential(conversationId: ConversationId): void {
    const confidentiality = {
      messageLifetimeMs: null,
      allowedDevices: ["desktop_browser" as const],
    };
    this.#append(conversationId, {
      type: "conversation.settings_changed",
      seq: this.log(conversationId).length + 1,
      at: this.#instant(),
      actorId: null,
      confidentiality,
    });
  }

  #received(socket: Socket, frame: ClientFrame): void {
    if (frame.t === "ping") socket.end.send({ t: "pong" });
    else if (frame.t === "hello") {
      this.seenHellos.push(frame);
      this.#greet(socket, frame);
    } else this.#command(socket, frame);
  }

  #greet(socket: Socket, hello: Extract<ClientFrame, { t: "hello" }>): void {
    const { principalId, end } = socket;
    const mine = [...this.#members].flatMap(([id, members]) =>
      members.includes(principalId) ? [id] : [],
    );
    const { cursors, epoch } = hello;
    const present = mine.map((id) => this.#conversation(id, principalId));
    const { listed, unchanged, listVersion } = this.lists.since(
      epoch === this.epoch ? hello.listVersion : undefined,
      present,
    );
    const first = listed.slice(0, this.listPage);
    const restCount = listed.length - first.length;
    end.send({
      t: "welcome",
      protocol: 1,
      epoch: this.epoch,
      me: {
        kind: "user",
        id: principalId,
        name: principalId,
        roles: [],
        language: "en",
        device: "desktop_browser",
      },
      serverTime: this.#instant(),
      listVersion,
      conversations: first,
      unchanged,
      ...(restCount === 0 ? {} : { restCount }),
    });
    for (let at = first.length; at < listed.length; at += this.listPage)
      end.send({
        t: "list",
        conversations: listed.slice(at, at + this.listPage),
      });
    for (const id of mine) {
      const cursor = cursors[id];
      if (cursor !== undefined)
        this.#fill(end, id, epoch === this.epoch ? cursor : -1);
    }
    this.#sockets.add(socket);
    end.send({ t: "live" });
  }

  #fill(end: ServerEnd, conversationId: ConversationId, cursor: number): void {
    const log = this.log(conversationId);
    const { longestGap = 50 } = this.#options;
    if (cursor < 0 || cursor > log.length || log.length - cursor > longestGap) {
      end.send({ t: "reset", conversationId, headSeq: log.length });
      return;
    }
    for (let from = cursor; from < log.length; from += pageSize) {
      end.send({
        t: "events",
        conversationId,
        events: log.slice(from, from + pageSize),
      });
    }
  }

  #command({ end, principalId }: Socket, frame: CommandFrame): void {
    this.seenCommands.push(frame);
    const { id, name, params } = frame;
    const code = this.refusals.shift();
    const why = code ?? this.#reasonAgainst(principalId, name, params);
    if (why !== undefined) end.send({ t: "error", id, code: why });
    else
      end.send({ t: "ack", id, result: this.#done(principalId, name, params) });
  }

  /** Whoever is out does nothing there, and nothing is done with what is deleted. */
  #reasonAgainst(
    principalId: PrincipalId,
    name: string,
    params: unknown,
  ): Extract<ServerFrame, { t: "error" }>["code"] | undefined {
    // By the client's types; a command about no conversation has none.
    const { conversationId } = params as Partial<SendParams>;
    if (conversationId === undefined) return undefined;
    const members = this.#members.get(conversationId);
    if (members?.includes(principalId) === false)
      return "conversation.not_found";
    const isOfDeleted = isAboutDeleted(this.log(conversationId), params);
    return isOfDeleted && name !== "message.delete"
      ? "message.deleted"
      : undefined;
  }

  #done(principalId: PrincipalId, name: string, params: unknown): unknown {
    const made = params as SendParams & Receipt; // by the client's types
    if (name === "message.send") return this.#send(principalId, made);
    if (name === "receipt.move") return this.#move(principalId, made);
    const { conversationId } = made;
    const change = this.#changes.eventOf(this.log(conversationId), {
      ...{ name, actorId: principalId, at: this.#instant(), params },
    });
    if (change !== undefined) this.#append(conversationId, change);
    return {};
  }

  #send(actorId: PrincipalId, { conversationId, clientId, body }: SendParams) {
    const known = this.#sent.get(`${actorId} ${clientId}`);
    if (known !== undefined) return known;
    const seq = this.log(conversationId).length + 1;
    const at = this.#instant();
    const messageId = `message-${this.#sent.size}` as MessageId; // never compared as a UUID
    const sent = { messageId, seq, at };
    this.#sent.set(`${actorId} ${clientId}`, sent);
    this.#append(conversationId, {
      type: "message.created",
      seq,
      at,
      actorId,
      messageId,
      clientId,
      body,
    });
    return sent;
  }

  #move(
    actorId: PrincipalId,
    { conversationId, deliveredTo, readTo }: Receipt,
  ) {
    const seq = this.log(conversationId).length + 1;
    this.#append(conversationId, {
      type: "receipt.moved",
      seq,
      at: this.#instant(),
      actorId,
      deliveredTo,
      readTo,
    });
    return { deliveredTo, readTo };
  }

  #append(conversationId: ConversationId, event: TimelineEvent): void {
    this.#logs.get(conversationId)?.push(event);
    const isLost = this.hintsToLose > 0;
    if (isLost) this.hintsToLose -= 1;
    else this.repeat(conversationId, 1);
  }

  /** Tells the newest events of a log, perhaps once more. */
  repeat(conversationId: ConversationId, count: number): void {
    const events = this.log(conversationId).slice(-count);
    if (events.length === 0) return;
    for (const { end } of this.#audience(conversationId))
      end.send({ t: "events", conversationId, events });
  }

  #audience(conversationId: ConversationId): readonly Socket[] {
    const members = this.#members.get(conversationId) ?? [];
    return [...this.#sockets].filter(({ principalId }) =>
      members.includes(principalId),
    );
  }

  #announce(
    { end, principalId }: Socket,
    conversationId: ConversationId,
  ): void {
    const conversation = this.#conversation(conversationId, principalId);
    end.send({
      t: "notice",
      notice: { type: "conversation.changed", conversation },
    });
  }

  #conversation(id: ConversationId, me: PrincipalId): Conversation {
    const memberIds = this.#members.get(id) ?? [];
    const log = this.log(id);
    return modelConversation({ id, me, memberIds, log, at: this.#instant() });
  }

  #instant(): string {
    return new Date(this.#options.nowMs()).toISOString();
  }
}

interface Receipt {
  readonly conversationId: ConversationId;
  readonly deliveredTo: number;
  readonly readTo: number;
}
