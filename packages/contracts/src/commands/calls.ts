import { Type, type Static } from "typebox";
import {
  Call,
  CallEquipment,
  CallMediaSchema,
  IceConfiguration,
  Look,
  MAX_RUNG_PEOPLE,
  MediaState,
  QualitySample,
  RoomSdp,
  SentLine,
  Signal,
} from "../calls.ts";
import {
  CallIdSchema,
  ClientIdSchema,
  ConversationIdSchema,
  JoinIdSchema,
  RoomIdSchema,
  UserIdSchema,
} from "../ids.ts";
import { closed, nullable, oneOf } from "../shapes.ts";
import { Nothing, type CommandContract } from "./command.ts";

/** What a participant gets on taking a seat: enough to build the connection without another question. */
export const CallSeat = closed({ call: Call, ice: IceConfiguration });
export type CallSeat = Static<typeof CallSeat>;

/** My place at the media server. */
const place = {
  callId: CallIdSchema,
  joinId: JoinIdSchema,
  roomId: RoomIdSchema,
};

export const callCommands = {
  /**
   * Starts a call in a conversation I am in. Where there is one other person they ring; elsewhere every member is told
   * and may come, and up to `MAX_RUNG_PEOPLE` of them ring by their own rules.
   */
  "call.start": {
    params: closed({
      clientId: ClientIdSchema,
      conversationId: ConversationIdSchema,
      media: CallMediaSchema,
      joinId: JoinIdSchema,
      mediaState: MediaState,
    }),
    result: CallSeat,
  },
  /**
   * Takes (or takes again after a reload) my seat under a new `joinId`; answering a ring is this too.
   * Taking it from another device of mine needs `takeOver`; otherwise `call.elsewhere`. In a call of a group a seat is
   * there for every member.
   */
  "call.join": {
    params: closed({
      callId: CallIdSchema,
      joinId: JoinIdSchema,
      mediaState: MediaState,
      takeOver: Type.Boolean(),
    }),
    result: CallSeat,
  },
  /**
   * Asks more people into the call I am in. A call of two in a direct conversation goes on in a new closed group of them
   * and those who are asked, who see nothing of the direct conversation; in a group its members are rung, also again.
   */
  "call.invite": {
    params: closed({
      callId: CallIdSchema,
      clientId: ClientIdSchema,
      userIds: Type.Array(UserIdSchema, {
        minItems: 1,
        maxItems: MAX_RUNG_PEOPLE,
        uniqueItems: true,
      }),
    }),
    /** Where the call goes on. */
    result: closed({ conversationId: ConversationIdSchema }),
  },
  "call.decline": { params: closed({ callId: CallIdSchema }), result: Nothing },
  /**
   * Ends the call for everybody; both pressing at once is the same as one. In a group: those who keep order.
   */
  "call.end": { params: closed({ callId: CallIdSchema }), result: Nothing },
  /** Gives my seat up. The others go on; a call of two ends. */
  "call.leave": { params: closed({ callId: CallIdSchema }), result: Nothing },
  /**
   * Offers what I send to the media server and answers with its description. Saying it again begins anew: all that was
   * there for this `joinId` is gone.
   */
  "call.publish": {
    params: closed({
      ...place,
      sdp: RoomSdp,
      lines: Type.Array(SentLine, { minItems: 1, maxItems: 8 }),
    }),
    result: closed({ sdp: Type.String() }),
  },
  /** My answer to what the media server offered (`call.offered`). */
  "call.receive": {
    params: closed({ ...place, sdp: RoomSdp }),
    result: Nothing,
  },
  /**
   * What I show now: pictures that are not named wait at the media server, small ones come small. Before it is said,
   * sizes are guessed from the number of pictures.
   */
  "call.look": { params: closed({ ...place, look: Look }), result: Nothing },
  /** A candidate of mine for one of the two connections; null: there are no more. */
  "call.trickle": {
    params: closed({
      ...place,
      connection: oneOf(["sending", "receiving"]),
      candidate: nullable(
        closed({
          candidate: Type.String({ maxLength: 2000 }),
          sdpMid: nullable(Type.String({ maxLength: 16 })),
          sdpMLineIndex: nullable(Type.Integer({ minimum: 0, maximum: 256 })),
        }),
      ),
    }),
    result: Nothing,
  },
  /** Passed to the participant who answers on `toJoinId`; dropped when that join is over. Ephemeral. */
  "call.signal": {
    params: closed({
      callId: CallIdSchema,
      joinId: JoinIdSchema,
      toJoinId: JoinIdSchema,
      signal: Signal,
    }),
    result: Nothing,
  },
  /**
   * The offer that whoever answers may begin with while it still rings: said by the caller when theirs is the side that
   * offers first. Ephemeral; without it the offer simply comes after the answer.
   */
  "call.prepare": {
    params: closed({
      callId: CallIdSchema,
      joinId: JoinIdSchema,
      signal: Signal,
    }),
    result: Nothing,
  },
  "call.set_media": {
    params: closed({
      callId: CallIdSchema,
      joinId: JoinIdSchema,
      mediaState: MediaState,
    }),
    result: Nothing,
  },
  /** My connection to the others, as ICE sees it: `live` lights the seat, `lost` starts its hold. */
  "call.set_connection": {
    params: closed({
      callId: CallIdSchema,
      joinId: JoinIdSchema,
      state: oneOf(["live", "lost"]),
    }),
    result: Nothing,
  },
  /**
   * Stored with the call, of larger calls the worst second of each report; the newest goes to the other side at once,
   * in a group's call with everybody else's as `call.qualities_reported`.
   */
  "call.report_quality": {
    params: closed({
      callId: CallIdSchema,
      joinId: JoinIdSchema,
      samples: Type.Array(QualitySample, { minItems: 1, maxItems: 30 }),
      /** With the first report, and again when it is another. */
      equipment: Type.Optional(CallEquipment),
    }),
    result: Nothing,
  },
  /** Fresh ICE servers for a long call. */
  "call.renew_ice": {
    params: closed({ callId: CallIdSchema }),
    result: IceConfiguration,
  },
} as const satisfies Record<string, CommandContract>;
