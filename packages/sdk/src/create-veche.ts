import {
  appEndpoints,
  EMBED_TOKEN_AUDIENCE,
  type Application,
  type Caption,
  type ClientId,
  type CommandResult,
  type ContextObject,
  type Conversation,
  type ConversationId,
  type Member,
  type ObjectType,
  type TimelineEvent,
} from "@veche/contracts";
import { createCall, type Access } from "./call.ts";
import {
  followEvents,
  type EventPage,
  type FollowOptions,
} from "./follow-events.ts";
import { nodePowers } from "./node-powers.ts";
import type { Powers } from "./powers.ts";
import {
  readWebhook,
  type WebhookReading,
  type WebhookRequest,
} from "./read-webhook.ts";
import { signToken } from "./sign-token.ts";

/** One of the application's objects, as it names them. */
export type ObjectName = Pick<ContextObject, "type" | "id">;

/** The server, as one application sees it. Everything rejects with `VecheRefusal`. */
export interface Veche {
  /** Whose key this is: a good first question. */
  application(): Promise<Application>;
  /** Says what objects of one kind tell and how their card looks. */
  keepObjectType(type: ObjectType): Promise<ObjectType>;
  /** Keeps cards, a hundred at a time; each hundred whole or not at all. */
  keepObjects(objects: readonly ContextObject[]): Promise<void>;
  object(name: ObjectName): Promise<ContextObject>;
  forgetObject(name: ObjectName): Promise<void>;
  /** The conversation about an object, opened at the first question; `users` are let in. */
  openConversation(
    object: ObjectName,
    users?: readonly string[],
  ): Promise<Conversation>;
  /** Writes as the application. Give `clientId` yourself where the same message may be sent again. */
  post(
    conversationId: ConversationId,
    message: { readonly body: string; readonly clientId?: string },
  ): Promise<CommandResult<"message.send">>;
  /** Shows what a user says in the conversation's call as words; more of the same `captionId` replace what was shown. */
  showCaption(
    conversationId: ConversationId,
    speaker: string,
    caption: Caption,
  ): Promise<void>;
  members(conversationId: ConversationId): Promise<readonly Member[]>;
  addMembers(
    conversationId: ConversationId,
    users: readonly string[],
    role?: "admin" | "member" | "read_only",
  ): Promise<void>;
  removeMember(conversationId: ConversationId, user: string): Promise<void>;
  /** What happened in one conversation after a position. */
  conversationEvents(
    conversationId: ConversationId,
    afterSeq?: number,
  ): Promise<readonly TimelineEvent[]>;
  /** What happened in all of them, as it comes; see `EventPage`. */
  followEvents(options?: FollowOptions): AsyncGenerator<EventPage, void>;
  /** Checks what came to your webhook and reads its events: the other way to hear them. */
  readWebhook(request: WebhookRequest): WebhookReading;
  /** For `<veche-conversation>`: opens one object's conversation to one user in your page, for five minutes. */
  embedToken(user: string, object: ObjectName): string;
}

const batchSize = 100;

/**
 * The server as one application sees it.
 *
 * ```ts
 * const veche = createVeche({ url: "https://veche.example.com", key: "erp", secret });
 * const { id } = await veche.openConversation({ type: "order", id: "42" }, ["anna"]);
 * await veche.post(id, { body: "The order is paid" });
 * ```
 */
export function createVeche(
  access: Access,
  powers: Powers = nodePowers,
): Veche {
  const call = createCall(access, powers);
  return {
    application: () => call(appEndpoints.getOwnApplication),
    keepObjectType: (type) => call(appEndpoints.putObjectType, { body: type }),
    async keepObjects(objects) {
      for (let at = 0; at < objects.length; at += batchSize)
        await call(appEndpoints.putObjects, {
          body: { objects: objects.slice(at, at + batchSize) },
        });
    },
    object: (name) => call(appEndpoints.getObject, { params: bare(name) }),
    async forgetObject(name) {
      await call(appEndpoints.deleteObject, { params: bare(name) });
    },
    openConversation: (object, users = []) =>
      call(appEndpoints.openConversation, {
        params: bare(object),
        body: { users: [...users] },
      }),
    post: (conversationId, { body, clientId = powers.newId() }) =>
      call(appEndpoints.postMessage, {
        params: { conversationId },
        // Names this message and nothing else.
        body: { body, clientId: clientId as ClientId },
      }),
    ...captions(call),
    ...people(call),
    async conversationEvents(conversationId, afterSeq = 0) {
      const { items } = await call(appEndpoints.listConversationEvents, {
        params: { conversationId },
        query: { afterSeq, limit: 500 },
      });
      return items;
    },
    followEvents: (options = {}) => followEvents(call, powers, options),
    readWebhook: (request) =>
      readWebhook(access.secret, request, powers.nowMs()),
    embedToken: (user, { type, id }) =>
      signToken(
        access,
        { aud: EMBED_TOKEN_AUDIENCE, sub: user, object: `${type}/${id}` },
        powers.nowMs(),
      ),
  };
}

const bare = ({ type, id }: ObjectName): ObjectName => ({ type, id });

/** What is said in a conversation's call. */
const captions = (
  call: ReturnType<typeof createCall>,
): Pick<Veche, "showCaption"> => ({
  async showCaption(conversationId, speaker, caption) {
    await call(appEndpoints.postCaption, {
      params: { conversationId },
      body: { speaker, caption },
    });
  },
});

/** Who is in a conversation. */
const people = (
  call: ReturnType<typeof createCall>,
): Pick<Veche, "members" | "addMembers" | "removeMember"> => ({
  async members(conversationId) {
    const { items } = await call(appEndpoints.listMembers, {
      params: { conversationId },
    });
    return items;
  },
  async addMembers(conversationId, users, role = "member") {
    await call(appEndpoints.addMembers, {
      params: { conversationId },
      body: { users: [...users], role },
    });
  },
  async removeMember(conversationId, user) {
    await call(appEndpoints.removeMember, { params: { conversationId, user } });
  },
});
