import type {
  ClientId,
  Conversation,
  ConversationId,
  Member,
  MessageId,
  PrincipalId,
  TimelineEvent,
} from "@veche/contracts";
import type { SyncSource } from "../src/platform/realtime/sync-source.ts";

/** Conversations in memory, read as the sockets read them. It counts what it was asked, and can be made to fail. */
export interface LogBook extends SyncSource {
  readonly asked: { eventsAfter: number; headsOf: number };
  isDown: boolean;
  /** Runs before a reading of events is answered: the moment between two pages. */
  beforeEvents: () => Promise<void> | void;
  beforeList: () => Promise<void> | void;
  open(
    conversationId: ConversationId,
    memberIds: readonly PrincipalId[],
    eventCount?: number,
  ): void;
  admit(conversationId: ConversationId, principalId: PrincipalId): void;
  dismiss(conversationId: ConversationId, principalId: PrincipalId): void;
  /** Commits messages and answers with them; nobody is told. */
  write(
    conversationId: ConversationId,
    bodies: readonly string[],
  ): readonly TimelineEvent[];
}

interface Book {
  readonly members: Set<PrincipalId>;
  readonly events: TimelineEvent[];
}

const at = "2026-03-02T09:00:00.000Z";

export function createLogBook(): LogBook {
  const books = new Map<ConversationId, Book>();
  const bookOf = (conversationId: ConversationId): Book => {
    const book = books.get(conversationId);
    if (book === undefined) throw new Error("no such conversation");
    return book;
  };
  const check = (): void => {
    if (self.isDown) throw new Error("the tables cannot be read");
  };
  const view = (
    id: ConversationId,
    { members, events }: Book,
  ): Conversation => ({
    id,
    kind: "group",
    title: "A group",
    members: [...members].map(memberOf),
    headSeq: events.length,
    unreadCount: 0,
    createdAt: at,
    about: null,
    pictureId: null,
    access: "invited",
    posting: "members",
    object: null,
    confidentiality: null,
    memberCount: members.size,
    mine: null,
    lastMessage: null,
    mentionCount: 0,
    activeAt: at,
  });

  const self: LogBook = {
    asked: { eventsAfter: 0, headsOf: 0 },
    isDown: false,
    beforeEvents: () => undefined,
    beforeList: () => undefined,
    open(conversationId, memberIds, eventCount = 0) {
      books.set(conversationId, { members: new Set(memberIds), events: [] });
      const bodies = Array.from({ length: eventCount }, (_, i) => `old ${i}`);
      self.write(conversationId, bodies);
    },
    admit: (conversationId, principalId) =>
      void bookOf(conversationId).members.add(principalId),
    dismiss: (conversationId, principalId) =>
      void bookOf(conversationId).members.delete(principalId),
    write(conversationId, bodies) {
      const { events } = bookOf(conversationId);
      const fresh = bodies.map((body, i) =>
        message(events.length + 1 + i, body),
      );
      events.push(...fresh);
      return fresh;
    },
    async conversationsOf(principalId) {
      check();
      const list = [...books]
        .filter(([, { members }]) => members.has(principalId))
        .map(([id, book]) => view(id, book));
      await self.beforeList();
      return list;
    },
    async listOf(principalId) {
      const conversations = await self.conversationsOf(principalId);
      return {
        listVersion: "1",
        conversations: conversations.map((one) => ({
          ...one,
          text: JSON.stringify(one),
        })),
        unchanged: [],
      };
    },
    async eventsAfter(conversationId, seq, limit) {
      check();
      self.asked.eventsAfter += 1;
      const page = bookOf(conversationId).events.slice(seq, seq + limit);
      await self.beforeEvents();
      return page;
    },
    async conversation(conversationId, principalId) {
      check();
      const book = bookOf(conversationId);
      return book.members.has(principalId)
        ? view(conversationId, book)
        : undefined;
    },
    async headsOf(ids) {
      check();
      self.asked.headsOf += 1;
      return new Map(ids.map((id) => [id, bookOf(id).events.length]));
    },
  };
  return self;
}

const memberOf = (principalId: PrincipalId): Member => ({
  principalId,
  kind: "user",
  name: "Somebody",
  role: "member",
  deliveredTo: 0,
  readTo: 0,
});

const message = (seq: number, body: string): TimelineEvent => ({
  type: "message.created",
  seq,
  at,
  actorId: null,
  // Ids of a fixed shape: the position says which message it is.
  messageId:
    `0190a000-0000-7000-9000-${String(seq).padStart(12, "0")}` as MessageId,
  clientId:
    `0190a000-0000-4000-9000-${String(seq).padStart(12, "0")}` as ClientId,
  body,
});
