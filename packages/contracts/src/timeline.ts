import { Type, type Static } from "typebox";
import { CallEndReasonSchema, CallMediaSchema } from "./calls.ts";
import { RequestEndReasonSchema, RequestKindSchema } from "./contact-centre.ts";
import {
  Confidentiality,
  conversationAccess,
  Member,
  MemberRoleSchema,
  postingRights,
} from "./conversations.ts";
import {
  CallIdSchema,
  ClientIdSchema,
  ConferenceIdSchema,
  FileIdSchema,
  MessageIdSchema,
  PrincipalIdSchema,
  RecordingIdSchema,
  RequestIdSchema,
  UserIdSchema,
} from "./ids.ts";
import {
  DeletionReasonSchema,
  Emoji,
  LinkPreview,
  Mention,
  MessageBody,
  messageContent,
  messageStanding,
} from "./messages.ts";
import {
  closed,
  DisplayName,
  Instant,
  nullable,
  oneOf,
  Seq,
} from "./shapes.ts";
import { RatingScore } from "./rating.ts";

/** What every event of a conversation's log carries. `actorId` is null when the server itself acted. */
const logged = { seq: Seq, at: Instant, actorId: nullable(PrincipalIdSchema) };

export const MessageCreated = closed({
  ...logged,
  type: Type.Literal("message.created"),
  messageId: MessageIdSchema,
  /** The author's own id of the message: their other devices match it with what waits in the outbox. */
  clientId: ClientIdSchema,
  ...messageContent,
  ...messageStanding,
});
export type MessageCreated = Static<typeof MessageCreated>;

const aboutMessage = {
  ...logged,
  messageId: MessageIdSchema,
  /** The position of the message itself. */
  messageSeq: Seq,
};

/**
 * Changes of what stands already. A page of the log leaves them out: the entries in it show the present. They come in
 * live events and in gaps, to be laid over the entries that are held.
 */
const changes = [
  closed({
    ...aboutMessage,
    type: Type.Literal("message.edited"),
    body: MessageBody,
    mentions: Type.Optional(Type.Array(Mention, { maxItems: 100 })),
  }),
  closed({
    ...aboutMessage,
    type: Type.Literal("message.deleted"),
    reason: DeletionReasonSchema,
  }),
  closed({
    ...aboutMessage,
    type: Type.Literal("reaction.changed"),
    emoji: Emoji,
    isSet: Type.Boolean(),
    /** How many hold it after this. */
    count: Type.Integer({ minimum: 0 }),
  }),
  closed({
    ...aboutMessage,
    type: Type.Literal("message.previewed"),
    /** Null: the author took the preview away. */
    linkPreview: nullable(LinkPreview),
  }),
  closed({
    ...logged,
    type: Type.Literal("receipt.moved"),
    deliveredTo: Seq,
    readTo: Seq,
  }),
] as const;

/** What stands in the log for itself and is read by people. */
const entries = [
  MessageCreated,
  closed({
    ...aboutMessage,
    type: Type.Literal("message.pinned"),
    isPinned: Type.Boolean(),
    excerpt: Type.String({ maxLength: 300 }),
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
    type: Type.Literal("member.role_changed"),
    principalId: PrincipalIdSchema,
    name: DisplayName,
    role: MemberRoleSchema,
  }),
  /** Title, picture and rules; each field only when it changed. */
  closed({
    ...logged,
    type: Type.Literal("conversation.renamed"),
    title: DisplayName,
  }),
  closed({
    ...logged,
    type: Type.Literal("conversation.settings_changed"),
    about: Type.Optional(nullable(Type.String({ maxLength: 500 }))),
    pictureId: Type.Optional(nullable(FileIdSchema)),
    access: Type.Optional(oneOf(conversationAccess)),
    posting: Type.Optional(oneOf(postingRights)),
    confidentiality: Type.Optional(nullable(Confidentiality)),
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
  /** The customer is being handed to somebody, or to a queue. */
  closed({
    ...logged,
    type: Type.Literal("request.transferring"),
    requestId: RequestIdSchema,
    /** Both null: to a queue. */
    toOperatorId: nullable(UserIdSchema),
    toName: nullable(DisplayName),
  }),
  closed({
    ...logged,
    type: Type.Literal("request.ended"),
    requestId: RequestIdSchema,
    reason: RequestEndReasonSchema,
  }),
  /** By the customer, also again with other scores. What they wrote stands with the session, for staff. */
  closed({
    ...logged,
    type: Type.Literal("request.rated"),
    requestId: RequestIdSchema,
    people: nullable(RatingScore),
    technology: nullable(RatingScore),
  }),
  closed({
    ...logged,
    type: Type.Literal("call.started"),
    callId: CallIdSchema,
    media: CallMediaSchema,
    /** There are too many to ring them: they are told by this. */
    isTold: Type.Optional(Type.Literal(true)),
  }),
  closed({
    ...logged,
    type: Type.Literal("call.ended"),
    callId: CallIdSchema,
    reason: CallEndReasonSchema,
    /** Absent in what was written before it was kept. */
    callerId: Type.Optional(PrincipalIdSchema),
    media: Type.Optional(CallMediaSchema),
    /** From the first moment both sides were live; 0 when they never were. */
    durationMs: Type.Integer({ minimum: 0 }),
  }),
  /** By the server: a planned call begins soon. */
  closed({
    ...logged,
    type: Type.Literal("conference.soon"),
    conferenceId: ConferenceIdSchema,
    startsAt: Instant,
  }),
  closed({
    ...logged,
    type: Type.Literal("recording.started"),
    recordingId: RecordingIdSchema,
    callId: CallIdSchema,
  }),
  closed({
    ...logged,
    type: Type.Literal("recording.ended"),
    recordingId: RecordingIdSchema,
    callId: CallIdSchema,
    durationMs: Type.Integer({ minimum: 0 }),
  }),
] as const;

export const changeTypes = [
  "message.edited",
  "message.deleted",
  "reaction.changed",
  "message.previewed",
  "receipt.moved",
] as const;

/** Everything that can stand in a conversation's log, in the order all members see. */
export const TimelineEvent = Type.Union([...changes, ...entries]);
export type TimelineEvent = Static<typeof TimelineEvent>;
export type TimelineEventType = TimelineEvent["type"];
export type TimelineEventOf<Kind extends TimelineEventType> = Extract<
  TimelineEvent,
  { type: Kind }
>;
export type TimelineChange = TimelineEventOf<(typeof changeTypes)[number]>;
export type TimelineEntry = Exclude<TimelineEvent, TimelineChange>;
/** An event before the log has given it its place. */
export type NewTimelineEvent = TimelineEvent extends infer One
  ? One extends TimelineEvent
    ? Omit<One, "seq" | "at">
    : never
  : never;
