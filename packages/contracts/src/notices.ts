import { Type, type Static } from "typebox";
import {
  Call,
  IceConfiguration,
  ParticipantQuality,
  QualitySample,
  ReceivedLine,
  Signal,
} from "./calls.ts";
import {
  AskedHelp,
  Board,
  CustomerRequest,
  DeskSnapshot,
  Offer,
  offerOutcomes,
  OperatorStatus,
  ServiceRequest,
} from "./contact-centre.ts";
import { Conversation, Folder } from "./conversations.ts";
import { Caption, Floor, Pointing } from "./floor.ts";
import { callReactions, lobbyStates } from "./floor-words.ts";
import {
  CallIdSchema,
  ConversationIdSchema,
  FileIdSchema,
  JoinIdSchema,
  OfferIdSchema,
  PrincipalIdSchema,
  RequestIdSchema,
  RoomIdSchema,
  UserIdSchema,
} from "./ids.ts";
import { NotificationSettings } from "./notifications.ts";
import { Presence } from "./people.ts";
import { RatingScore } from "./rating.ts";
import { Recording } from "./recordings.ts";
import { Reminder, ScheduledMessage } from "./kept-messages.ts";
import {
  closed,
  DisplayName,
  LanguageSchema,
  nullable,
  oneOf,
  Seq,
} from "./shapes.ts";

/**
 * What the server says of the present, outside the logs. A notice is whole and replaces the one before it,
 * so losing one to a cut line is mended by the snapshot that follows the next `welcome`.
 */
export const Notice = Type.Union([
  /**
   * A conversation as it is for me now: I became a member of it (its log follows from its first event), or changed my
   * own side of it on one of my devices.
   */
  closed({
    type: Type.Literal("conversation.changed"),
    conversation: Conversation,
  }),
  closed({
    type: Type.Literal("conversation.gone"),
    conversationId: ConversationIdSchema,
  }),
  /**
   * To my own devices when my receipts moved, also where the log says nothing of it (large conversations), and also
   * backwards: how things stand for me at `headSeq`, as the server counts it.
   */
  closed({
    type: Type.Literal("conversation.counted"),
    conversationId: ConversationIdSchema,
    headSeq: Seq,
    deliveredTo: Seq,
    readTo: Seq,
    unreadCount: Type.Integer({ minimum: 0 }),
    mentionCount: Type.Integer({ minimum: 0 }),
  }),
  /** To my own devices: my folders, all of them in their order. */
  closed({
    type: Type.Literal("folders.changed"),
    folders: Type.Array(Folder),
  }),
  /** To my own devices, also after every connection: what I want to be told of. */
  closed({
    type: Type.Literal("notification_settings.changed"),
    settings: NotificationSettings,
  }),
  /** To my own devices: a reminder's time has come; also after every connection, until it is cancelled. */
  closed({ type: Type.Literal("reminder.fired"), reminder: Reminder }),
  /** To my own devices: what I have written here to be sent later is another list now. */
  closed({
    type: Type.Literal("scheduled.changed"),
    conversationId: ConversationIdSchema,
    scheduled: Type.Array(ScheduledMessage),
  }),
  closed({
    type: Type.Literal("typing.shown"),
    conversationId: ConversationIdSchema,
    principalId: PrincipalIdSchema,
  }),
  /** To connections that watch these people. */
  closed({
    type: Type.Literal("presence.changed"),
    presences: Type.Array(Presence),
  }),
  /** To everybody of the staff who is connected: somebody has another photo, or none any more. */
  closed({
    type: Type.Literal("photo.changed"),
    userId: UserIdSchema,
    photoId: nullable(FileIdSchema),
  }),
  /** To all of one's own devices: one chose another language on one of them. */
  closed({ type: Type.Literal("language.changed"), language: LanguageSchema }),
  /** To members: the card of what the conversation is about is to be asked anew. */
  closed({
    type: Type.Literal("card.changed"),
    conversationId: ConversationIdSchema,
  }),
  closed({ type: Type.Literal("desk.snapshot"), desk: DeskSnapshot }),
  closed({ type: Type.Literal("board.changed"), board: Board }),
  closed({ type: Type.Literal("operator.changed"), status: OperatorStatus }),
  closed({ type: Type.Literal("offer.made"), offer: Offer }),
  closed({
    type: Type.Literal("offer.closed"),
    offerId: OfferIdSchema,
    outcome: oneOf(offerOutcomes),
  }),
  closed({ type: Type.Literal("request.changed"), request: ServiceRequest }),
  /** To supervisors, also after every connection: all operators who ask for help now. */
  closed({
    type: Type.Literal("help.changed"),
    asked: Type.Array(AskedHelp),
  }),
  /** To supervisors: a customer was not content with how they were served. */
  closed({
    type: Type.Literal("rating.low"),
    requestId: RequestIdSchema,
    people: nullable(RatingScore),
    technology: nullable(RatingScore),
  }),
  /** To the customer: their own request, place in the queue included. */
  closed({
    type: Type.Literal("my_request.changed"),
    request: CustomerRequest,
  }),
  /**
   * To its participants, and of a group's call to every member of the conversation. A ringing call in which I am
   * `invited` rings.
   */
  closed({ type: Type.Literal("call.changed"), call: Call }),
  closed({
    type: Type.Literal("call.signalled"),
    callId: CallIdSchema,
    fromJoinId: JoinIdSchema,
    toJoinId: JoinIdSchema,
    signal: Signal,
  }),
  /** To whom it rings: the caller's offer, to make the connection ready with. `fromJoinId` must still be theirs on answering. */
  closed({
    type: Type.Literal("call.prepared"),
    callId: CallIdSchema,
    fromJoinId: JoinIdSchema,
    signal: Signal,
    ice: IceConfiguration,
  }),
  /** To one socket: what the media server sends there from now on. Answered by `call.receive`. */
  closed({
    type: Type.Literal("call.offered"),
    callId: CallIdSchema,
    joinId: JoinIdSchema,
    roomId: RoomIdSchema,
    sdp: Type.String(),
    lines: Type.Array(ReceivedLine),
  }),
  /** To one socket: the lines of the last answered offer carry these now. Nothing is to be answered. */
  closed({
    type: Type.Literal("call.lines_changed"),
    callId: CallIdSchema,
    joinId: JoinIdSchema,
    roomId: RoomIdSchema,
    lines: Type.Array(ReceivedLine),
  }),
  /**
   * To everybody in the call, and at every connection while it lasts: who records it, and what each has answered.
   * Whoever is `asked` is to be asked; the lamp is lit while its state is `recording`.
   */
  closed({ type: Type.Literal("recording.changed"), recording: Recording }),
  closed({
    type: Type.Literal("call.quality_reported"),
    callId: CallIdSchema,
    principalId: PrincipalIdSchema,
    sample: QualitySample,
  }),
  /** Of a group's call: those whose line is another than before; to who just came, everybody's. */
  closed({
    type: Type.Literal("call.qualities_reported"),
    callId: CallIdSchema,
    qualities: Type.Array(ParticipantQuality, { minItems: 1 }),
  }),
  /** To those who have a seat in a call of a group, when they sit down, after every connection and every change. */
  closed({ type: Type.Literal("floor.changed"), floor: Floor }),
  closed({
    type: Type.Literal("floor.reacted"),
    callId: CallIdSchema,
    principalId: PrincipalIdSchema,
    reaction: oneOf(callReactions),
  }),
  /** To me: those who keep order ask me to put this on. */
  closed({
    type: Type.Literal("floor.asked"),
    callId: CallIdSchema,
    source: oneOf(["microphone", "camera"]),
    byName: DisplayName,
  }),
  closed({
    type: Type.Literal("floor.pointed"),
    callId: CallIdSchema,
    principalId: PrincipalIdSchema,
    ownerId: PrincipalIdSchema,
    pointing: Pointing,
  }),
  closed({
    type: Type.Literal("floor.captioned"),
    callId: CallIdSchema,
    principalId: PrincipalIdSchema,
    caption: Caption,
  }),
  /** To me, before the door: another word on whether I come in; null: the call is over and nobody waits any more. */
  closed({
    type: Type.Literal("lobby.changed"),
    conversationId: ConversationIdSchema,
    /** The call there is; null: nobody has begun it yet. */
    callId: nullable(CallIdSchema),
    state: nullable(oneOf(lobbyStates)),
  }),
]);
export type Notice = Static<typeof Notice>;
export type NoticeType = Notice["type"];
export type NoticeOf<Kind extends NoticeType> = Extract<Notice, { type: Kind }>;
