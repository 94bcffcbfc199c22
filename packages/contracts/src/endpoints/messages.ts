import { Type, type Static } from "typebox";
import { MessageCreated } from "../timeline.ts";
import {
  ConversationIdSchema,
  MessageIdSchema,
  PrincipalIdSchema,
} from "../ids.ts";
import { MessageBody } from "../messages.ts";
import { Reminder, SavedMessage, ScheduledMessage } from "../kept-messages.ts";
import { closed, DisplayName, Instant, nullable } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Messages";
const inConversation = closed({ conversationId: ConversationIdSchema });

const Reader = closed({
  principalId: PrincipalIdSchema,
  name: DisplayName,
  /** Null where receipts aren't logged: in large conversations. */
  at: nullable(Instant),
});

/** What became of a message (C15). At most a hundred of each kind of readers are named; the counts are of all. */
export const MessageInfo = closed({
  readBy: Type.Array(Reader, { maxItems: 100 }),
  readCount: Type.Integer({ minimum: 0 }),
  /** To whom it came who have not read it yet. */
  deliveredTo: Type.Array(Reader, { maxItems: 100 }),
  deliveredCount: Type.Integer({ minimum: 0 }),
  /** What it said before it was edited, the oldest first; nothing of a deleted one, or where the policy keeps it. */
  versions: Type.Array(closed({ body: MessageBody, at: Instant })),
});
export type MessageInfo = Static<typeof MessageInfo>;

export const messageEndpoints = {
  listPinned: endpoint({
    method: "GET",
    path: "/api/v1/conversations/:conversationId/pinned",
    tag,
    summary: "Pinned messages of a conversation, the last pinned first",
    access: { kind: "principal" },
    params: inConversation,
    status: 200,
    response: closed({ items: Type.Array(MessageCreated) }),
    errors: ["conversation.not_found"],
  }),
  getMessageInfo: endpoint({
    method: "GET",
    path: "/api/v1/conversations/:conversationId/messages/:messageId/info",
    tag,
    summary: "To whom a message has come, who has read it, what it said before",
    access: { kind: "principal" },
    params: closed({
      conversationId: ConversationIdSchema,
      messageId: MessageIdSchema,
    }),
    status: 200,
    response: MessageInfo,
    errors: ["conversation.not_found", "message.not_found"],
  }),
  /** Those alone whose conversation I may read now. */
  listSaved: endpoint({
    method: "GET",
    path: "/api/v1/saved",
    tag,
    summary: "Messages I saved, the last saved first",
    access: { kind: "principal" },
    status: 200,
    response: closed({ items: Type.Array(SavedMessage) }),
    errors: [],
  }),
  listReminders: endpoint({
    method: "GET",
    path: "/api/v1/reminders",
    tag,
    summary:
      "My reminders, the nearest first; those that have fired stand in front",
    access: { kind: "user" },
    status: 200,
    response: closed({ items: Type.Array(Reminder) }),
    errors: [],
  }),
  listScheduled: endpoint({
    method: "GET",
    path: "/api/v1/conversations/:conversationId/scheduled",
    tag,
    summary: "What I have written here to be sent later, the nearest first",
    access: { kind: "user" },
    params: inConversation,
    status: 200,
    response: closed({ items: Type.Array(ScheduledMessage) }),
    errors: ["conversation.not_found"],
  }),
} as const;
