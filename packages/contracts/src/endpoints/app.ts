import { Type } from "typebox";
import { Conversation, Member, ObjectReference } from "../conversations.ts";
import { TimelineEvent } from "../timeline.ts";
import { Caption } from "../floor.ts";
import {
  ClientIdSchema,
  ConversationIdSchema,
  MessageIdSchema,
} from "../ids.ts";
import { MessageBody } from "../messages.ts";
import {
  Application,
  ApplicationEvent,
  ContextObject,
  ObjectType,
  UserReference,
} from "../objects.ts";
import { closed, Instant, oneOf, Seq } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "For applications";
const access = { kind: "application" } as const;
const { type, id } = ObjectReference.properties;
const which = closed({ type, id });
const conversation = closed({ conversationId: ConversationIdSchema });
const users = Type.Array(UserReference, { maxItems: 200, uniqueItems: true });

/**
 * What a business system does here by itself, under its key and secret (`Authorization: Basic`) or a short token that
 * it signs with the secret (`Bearer`). It reaches its own objects and their conversations, and nothing else.
 */
export const appEndpoints = {
  getOwnApplication: endpoint({
    method: "GET",
    path: "/api/v1/app",
    tag,
    summary: "The application whose key this is",
    access,
    status: 200,
    response: Application,
    errors: [],
  }),
  listObjectTypes: endpoint({
    method: "GET",
    path: "/api/v1/app/object-types",
    tag,
    summary: "My kinds of objects",
    access,
    status: 200,
    response: closed({ items: Type.Array(ObjectType) }),
    errors: [],
  }),
  /** A kind that is new, or its card anew. */
  putObjectType: endpoint({
    method: "PUT",
    path: "/api/v1/app/object-types",
    tag,
    summary: "Say what one kind of my objects tells, and how its card looks",
    access,
    body: ObjectType,
    status: 200,
    response: ObjectType,
    errors: [],
  }),
  /** All or none of them. An object that is there is replaced whole; its conversation takes its new title. */
  putObjects: endpoint({
    method: "PUT",
    path: "/api/v1/app/objects",
    tag,
    summary: "Keep cards of up to a hundred objects",
    access,
    body: closed({
      objects: Type.Array(ContextObject, { minItems: 1, maxItems: 100 }),
    }),
    status: 200,
    response: closed({ items: Type.Array(ContextObject) }),
    errors: ["object.type_unknown"],
  }),
  getObject: endpoint({
    method: "GET",
    path: "/api/v1/app/objects/:type/:id",
    tag,
    summary: "The card of one of my objects",
    access,
    params: which,
    status: 200,
    response: ContextObject,
    errors: ["object.not_found"],
  }),
  /** What was said about it stays with those who are in its conversation. */
  deleteObject: endpoint({
    method: "DELETE",
    path: "/api/v1/app/objects/:type/:id",
    tag,
    summary: "Forget an object's card",
    access,
    params: which,
    status: 204,
    response: Type.Null(),
    errors: ["object.not_found"],
  }),
  /** The same for the same object however often it is asked; whoever of `users` isn't in it yet is let in. */
  openConversation: endpoint({
    method: "POST",
    path: "/api/v1/app/objects/:type/:id/conversation",
    tag,
    summary: "The conversation about an object, opened at the first question",
    access,
    params: which,
    body: closed({ users }),
    status: 200,
    response: Conversation,
    errors: ["object.not_found", "application.user_unknown"],
  }),
  /** Entries and changes as they came, the oldest first. */
  listConversationEvents: endpoint({
    method: "GET",
    path: "/api/v1/app/conversations/:conversationId/events",
    tag,
    summary: "What happened in one of my conversations after a position",
    access,
    params: conversation,
    query: closed({
      afterSeq: Type.Optional(Seq),
      limit: Type.Integer({ minimum: 1, maximum: 500, default: 100 }),
    }),
    status: 200,
    response: closed({ items: Type.Array(TimelineEvent) }),
    errors: ["conversation.not_found"],
  }),
  /** The same `clientId` again gives the same answer. */
  postMessage: endpoint({
    method: "POST",
    path: "/api/v1/app/conversations/:conversationId/messages",
    tag,
    summary: "Write into one of my conversations as the application",
    access,
    params: conversation,
    body: closed({ clientId: ClientIdSchema, body: MessageBody }),
    status: 201,
    response: closed({ messageId: MessageIdSchema, seq: Seq, at: Instant }),
    errors: ["conversation.not_found", "message.client_id_reused"],
  }),
  /** To everybody in its call now; nothing of it is kept. More of the same `captionId` of one speaker replace what was shown. */
  postCaption: endpoint({
    method: "POST",
    path: "/api/v1/app/conversations/:conversationId/captions",
    tag,
    summary: "Show what somebody says in the conversation's call as words",
    access,
    params: conversation,
    body: closed({ speaker: UserReference, caption: Caption }),
    status: 204,
    response: Type.Null(),
    errors: [
      "conversation.not_found",
      "application.user_unknown",
      "request.conflict",
    ],
  }),
  listMembers: endpoint({
    method: "GET",
    path: "/api/v1/app/conversations/:conversationId/members",
    tag,
    summary: "Who is in one of my conversations",
    access,
    params: conversation,
    status: 200,
    response: closed({ items: Type.Array(Member) }),
    errors: ["conversation.not_found"],
  }),
  /** Whoever is in it stays as they are. */
  addMembers: endpoint({
    method: "POST",
    path: "/api/v1/app/conversations/:conversationId/members",
    tag,
    summary: "Let users into one of my conversations",
    access,
    params: conversation,
    body: closed({ users, role: oneOf(["admin", "member", "read_only"]) }),
    status: 204,
    response: Type.Null(),
    errors: ["conversation.not_found", "application.user_unknown"],
  }),
  /** Whoever isn't in it stays out. */
  removeMember: endpoint({
    method: "DELETE",
    path: "/api/v1/app/conversations/:conversationId/members/:user",
    tag,
    summary: "Show a user out of one of my conversations",
    access,
    params: closed({
      conversationId: ConversationIdSchema,
      user: UserReference,
    }),
    status: 204,
    response: Type.Null(),
    errors: ["conversation.not_found", "application.user_unknown"],
  }),
  /**
   * Everything that happened in my conversations, receipts left out. `after` is the `number` of the last event that was
   * taken; asked with it again, the same follows. With `waitMs` an empty answer is held back so long.
   */
  listEvents: endpoint({
    method: "GET",
    path: "/api/v1/app/events",
    tag,
    summary: "What happened in all my conversations after a position",
    access,
    query: closed({
      after: Type.Integer({ minimum: 0, default: 0 }),
      limit: Type.Integer({ minimum: 1, maximum: 200, default: 100 }),
      waitMs: Type.Integer({ minimum: 0, maximum: 25_000, default: 0 }),
    }),
    status: 200,
    response: closed({
      items: Type.Array(ApplicationEvent),
      /** To be asked with next time. */
      next: Type.Integer({ minimum: 0 }),
    }),
    errors: [],
  }),
} as const;
