import { Type } from "typebox";
import { Conversation, Member, TimelineEvent } from "../conversations.ts";
import { ConversationIdSchema, UserIdSchema } from "../ids.ts";
import { closed, DisplayName, Seq } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Conversations";
const params = closed({ conversationId: ConversationIdSchema });

export const conversationEndpoints = {
  listConversations: endpoint({
    method: "GET",
    path: "/api/v1/conversations",
    tag,
    summary: "Conversations I am in, the newest first",
    access: { kind: "principal" },
    status: 200,
    response: closed({ conversations: Type.Array(Conversation) }),
    errors: [],
  }),
  createGroup: endpoint({
    method: "POST",
    path: "/api/v1/conversations",
    tag,
    summary: "Create a group of users; the creator owns it",
    access: { kind: "user" },
    body: closed({
      title: DisplayName,
      memberIds: Type.Array(UserIdSchema, { maxItems: 500, uniqueItems: true }),
    }),
    status: 201,
    response: Conversation,
    errors: ["request.not_found"],
  }),
  getConversation: endpoint({
    method: "GET",
    path: "/api/v1/conversations/:conversationId",
    tag,
    summary: "One conversation",
    access: { kind: "principal" },
    params,
    status: 200,
    response: Conversation,
    errors: ["conversation.not_found"],
  }),
  /** A page of the log in order, ending before `beforeSeq` (the newest without it) or starting after `afterSeq`. */
  getTimeline: endpoint({
    method: "GET",
    path: "/api/v1/conversations/:conversationId/timeline",
    tag,
    summary: "A page of a conversation's log",
    access: { kind: "principal" },
    params,
    query: closed({
      beforeSeq: Type.Optional(Type.Integer({ minimum: 1 })),
      afterSeq: Type.Optional(Seq),
      limit: Type.Integer({ minimum: 1, maximum: 500, default: 100 }),
    }),
    status: 200,
    response: closed({
      events: Type.Array(TimelineEvent),
      members: Type.Array(Member),
      headSeq: Seq,
      hasMore: Type.Boolean(),
    }),
    errors: ["conversation.not_found"],
  }),
} as const;
