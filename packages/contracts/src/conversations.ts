import { Type, type Static } from "typebox";
import {
  CallIdSchema,
  ClientIdSchema,
  ConversationIdSchema,
  MessageIdSchema,
  PrincipalIdSchema,
  RequestIdSchema,
} from "./ids.ts";
import {
  closed,
  DisplayName,
  Instant,
  nullable,
  oneOf,
  Seq,
} from "./shapes.ts";
import { CallEndReasonSchema, CallMediaSchema } from "./calls.ts";
import { RequestEndReasonSchema, RequestKindSchema } from "./contact-centre.ts";

export const conversationKinds = [
  "direct",
  "group",
  "channel",
  "context",
  "support",
  "external",
] as const;
export type ConversationKind = (typeof conversationKinds)[number];

export const memberRoles = ["owner", "admin", "member", "read_only"] as const;

/** Text as typed, NFC, without control characters other than tab and line feed. */
export const MessageBody = Type.String({ minLength: 1, maxLength: 8000 });

export const Member = closed({
  principalId: PrincipalIdSchema,
  kind: oneOf(["user", "customer"]),
  name: DisplayName,
  role: oneOf(memberRoles),
  /** Positions of this member's receipts: everything up to them was delivered or read. */
  deliveredTo: Seq,
  readTo: Seq,
});
export type Member = Static<typeof Member>;

export const Conversation = closed({
  id: ConversationIdSchema,
  kind: oneOf(conversationKinds),
  title: nullable(DisplayName),
  members: Type.Array(Member),
  /** The newest event's position. */
  headSeq: Seq,
  /** Messages of others after my `readTo`. */
  unreadCount: Type.Integer({ minimum: 0 }),
  createdAt: Instant,
});
export type Conversation = Static<typeof Conversation>;

/** What every event of a conversation's log carries. `actorId` is null when the server itself acted. */
const logged = { seq: Seq, at: Instant, actorId: nullable(PrincipalIdSchema) };

export const MessageCreated = closed({
  ...logged,
  type: Type.Literal("message.created"),
  messageId: MessageIdSchema,
  /** The author's own id of the message: their other devices match it with what waits in the outbox. */
  clientId: ClientIdSchema,
  body: MessageBody,
});
export type MessageCreated = Static<typeof MessageCreated>;

/** Everything that can stand in a conversation's log, in the order all members see. */
export const TimelineEvent = Type.Union([
  MessageCreated,
  closed({
    ...logged,
    type: Type.Literal("receipt.moved"),
    deliveredTo: Seq,
    readTo: Seq,
  }),
  closed({ ...logged, type: Type.Literal("member.joined"), member: Member }),
  closed({
    ...logged,
    type: Type.Literal("member.left"),
    principalId: PrincipalIdSchema,
    name: DisplayName,
  }),
  closed({
    ...logged,
    type: Type.Literal("request.created"),
    requestId: RequestIdSchema,
    kind: RequestKindSchema,
  }),
  closed({
    ...logged,
    type: Type.Literal("request.accepted"),
    requestId: RequestIdSchema,
    operatorName: DisplayName,
  }),
  closed({
    ...logged,
    type: Type.Literal("request.ended"),
    requestId: RequestIdSchema,
    reason: RequestEndReasonSchema,
  }),
  closed({
    ...logged,
    type: Type.Literal("call.started"),
    callId: CallIdSchema,
    media: CallMediaSchema,
  }),
  closed({
    ...logged,
    type: Type.Literal("call.ended"),
    callId: CallIdSchema,
    reason: CallEndReasonSchema,
    /** From the first moment both sides were live; 0 when they never were. */
    durationMs: Type.Integer({ minimum: 0 }),
  }),
]);
export type TimelineEvent = Static<typeof TimelineEvent>;
export type TimelineEventType = TimelineEvent["type"];
export type TimelineEventOf<Kind extends TimelineEventType> = Extract<
  TimelineEvent,
  { type: Kind }
>;
/** An event before the log has given it its place. */
export type NewTimelineEvent = TimelineEvent extends infer One
  ? One extends TimelineEvent
    ? Omit<One, "seq" | "at">
    : never
  : never;
