import { Type, type Static } from "typebox";
import {
  Call,
  CallMediaSchema,
  IceConfiguration,
  MediaState,
  QualitySample,
  Signal,
} from "../calls.ts";
import {
  CallIdSchema,
  ClientIdSchema,
  ConversationIdSchema,
  JoinIdSchema,
} from "../ids.ts";
import { closed, oneOf } from "../shapes.ts";
import { Nothing, type CommandContract } from "./command.ts";

/** What a participant gets on taking a seat: enough to build the connection without another question. */
export const CallSeat = closed({ call: Call, ice: IceConfiguration });
export type CallSeat = Static<typeof CallSeat>;

export const callCommands = {
  /** Starts a call in a conversation I am in; the other side rings. */
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
   * Taking it from another device of mine needs `takeOver`; otherwise `call.elsewhere`.
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
  "call.decline": { params: closed({ callId: CallIdSchema }), result: Nothing },
  /** Hangs up. In a call of two it ends the call; both pressing at once is the same as one. */
  "call.end": { params: closed({ callId: CallIdSchema }), result: Nothing },
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
  /** Stored with the call; the newest goes to the other side at once. */
  "call.report_quality": {
    params: closed({
      callId: CallIdSchema,
      joinId: JoinIdSchema,
      samples: Type.Array(QualitySample, { minItems: 1, maxItems: 30 }),
    }),
    result: Nothing,
  },
  /** Fresh ICE servers for a long call. */
  "call.renew_ice": {
    params: closed({ callId: CallIdSchema }),
    result: IceConfiguration,
  },
} as const satisfies Record<string, CommandContract>;
