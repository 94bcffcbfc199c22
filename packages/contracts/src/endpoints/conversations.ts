import { Type } from "typebox";
import {
  Conversation,
  conversationKinds,
  Folder,
  Invitation,
  InvitationToken,
  Member,
} from "../conversations.ts";
import { TimelineEvent } from "../timeline.ts";
import { ConversationIdSchema, UserIdSchema } from "../ids.ts";
import {
  closed,
  DisplayName,
  Instant,
  nullable,
  oneOf,
  Seq,
} from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Conversations";
const params = closed({ conversationId: ConversationIdSchema });

/** A part of what is looked for, in any case; empty: everything. */
const searched = Type.String({
  maxLength: 120,
  pattern: "^[^\\u0000-\\u001f]*$",
  default: "",
});

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
  /** Conversations any user may read and join, those with the newest message first; mine among them. */
  listOpenConversations: endpoint({
    method: "GET",
    path: "/api/v1/conversations/open",
    tag,
    summary: "Open channels and groups, by a part of title or description",
    access: { kind: "user" },
    query: closed({
      text: searched,
      limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
    }),
    status: 200,
    response: closed({ items: Type.Array(Conversation) }),
    errors: [],
  }),
  listFolders: endpoint({
    method: "GET",
    path: "/api/v1/folders",
    tag,
    summary: "Folders of my list, in my order",
    access: { kind: "user" },
    status: 200,
    response: closed({ items: Type.Array(Folder) }),
    errors: [],
  }),
  /** Those that can be used, the newest first; told to owners and admins. */
  listInvitations: endpoint({
    method: "GET",
    path: "/api/v1/conversations/:conversationId/invitations",
    tag,
    summary: "Links to join a conversation by",
    access: { kind: "user" },
    params,
    status: 200,
    response: closed({ items: Type.Array(Invitation) }),
    errors: ["conversation.not_found"],
  }),
  /** What a link leads to, before it is followed. */
  getInvitation: endpoint({
    method: "GET",
    path: "/api/v1/invitations/:token",
    tag,
    summary: "What an invitation is to",
    access: { kind: "user" },
    params: closed({ token: InvitationToken }),
    status: 200,
    response: closed({
      conversationId: ConversationIdSchema,
      kind: oneOf(conversationKinds),
      title: nullable(DisplayName),
      about: nullable(Type.String({ maxLength: 500 })),
      memberCount: Type.Integer({ minimum: 0 }),
      isMember: Type.Boolean(),
    }),
    errors: ["conversation.invitation_gone"],
  }),
  /** In the order of names; `memberCount` is of all that match. */
  listMembers: endpoint({
    method: "GET",
    path: "/api/v1/conversations/:conversationId/members",
    tag,
    summary: "A page of a conversation's members, by a part of the name",
    access: { kind: "principal" },
    params,
    query: closed({
      text: searched,
      skip: Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0 }),
      limit: Type.Integer({ minimum: 1, maximum: 500, default: 100 }),
    }),
    status: 200,
    response: closed({
      items: Type.Array(Member),
      memberCount: Type.Integer({ minimum: 0 }),
    }),
    errors: ["conversation.not_found"],
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
  /**
   * Entries of the log as they stand now, in order and without mere changes: all from `fromSeq` to `toSeq`. `members`:
   * of a small conversation all that ever were, of a large one those who act in the page. The page ends before
   * `beforeSeq` (at the newest without it), starts after `afterSeq`, or has in its middle the first entry at or after
   * `aroundSeq` or the instant `aroundAt`; only one of them is asked for.
   */
  getTimeline: endpoint({
    method: "GET",
    path: "/api/v1/conversations/:conversationId/timeline",
    tag,
    summary: "A page of a conversation's log",
    access: { kind: "principal", guests: true },
    params,
    query: closed({
      beforeSeq: Type.Optional(Type.Integer({ minimum: 1 })),
      afterSeq: Type.Optional(Seq),
      aroundSeq: Type.Optional(Seq),
      aroundAt: Type.Optional(Instant),
      limit: Type.Integer({ minimum: 1, maximum: 500, default: 100 }),
    }),
    status: 200,
    response: closed({
      events: Type.Array(TimelineEvent),
      members: Type.Array(Member),
      /** The page is whole between these, both included, at `headSeq`; from 1 and to the head where there is no more. */
      fromSeq: Seq,
      toSeq: Seq,
      headSeq: Seq,
      /** Is there more in the direction that was read? Around a place: in either. */
      hasMore: Type.Boolean(),
    }),
    errors: ["conversation.not_found"],
  }),
} as const;
