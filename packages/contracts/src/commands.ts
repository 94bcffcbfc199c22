import { Type, type Static, type TSchema } from "typebox";
import {
  Call,
  CallMediaSchema,
  IceConfiguration,
  MediaState,
  QualitySample,
  Signal,
} from "./calls.ts";
import {
  CustomerRequest,
  OperatorStatus,
  requestableStates,
  RequestKindSchema,
  ServiceRequest,
} from "./contact-centre.ts";
import { MessageBody } from "./conversations.ts";
import {
  CallIdSchema,
  ClientIdSchema,
  ConversationIdSchema,
  CustomerIdSchema,
  JoinIdSchema,
  MessageIdSchema,
  OfferIdSchema,
  RequestIdSchema,
} from "./ids.ts";
import { closed, Instant, nullable, oneOf, Seq } from "./shapes.ts";

interface CommandContract {
  readonly params: TSchema;
  readonly result: TSchema;
}

const Nothing = closed({});

/** What a participant gets on taking a seat: enough to build the connection without another question. */
export const CallSeat = closed({ call: Call, ice: IceConfiguration });
export type CallSeat = Static<typeof CallSeat>;

/**
 * Every command of the socket. Each is acknowledged after its transaction is committed, or refused with a
 * code of the error registry. Those with a `clientId` are idempotent by it; the others by their nature:
 * the same one again finds the work done and answers as the first time.
 */
export const commands = {
  "message.send": {
    params: closed({
      conversationId: ConversationIdSchema,
      clientId: ClientIdSchema,
      body: MessageBody,
    }),
    result: closed({ messageId: MessageIdSchema, seq: Seq, at: Instant }),
  },
  /** Moves my receipts forward; a position behind the present one changes nothing. */
  "receipt.move": {
    params: closed({
      conversationId: ConversationIdSchema,
      deliveredTo: Seq,
      readTo: Seq,
    }),
    result: closed({ deliveredTo: Seq, readTo: Seq }),
  },
  /** Ephemeral: the others see it for five seconds. */
  "typing.show": {
    params: closed({ conversationId: ConversationIdSchema }),
    result: Nothing,
  },

  "operator.set_state": {
    params: closed({
      state: oneOf(requestableStates),
      breakReason: nullable(Type.String({ minLength: 1, maxLength: 60 })),
    }),
    result: OperatorStatus,
  },
  /** A customer asks to be served. A customer has one open request at most. */
  "request.create": {
    params: closed({
      clientId: ClientIdSchema,
      kind: RequestKindSchema,
      pageUrl: nullable(Type.String({ maxLength: 2000 })),
      pageTitle: nullable(Type.String({ maxLength: 300 })),
    }),
    result: CustomerRequest,
  },
  /** The customer gives up waiting. */
  "request.cancel": {
    params: closed({ requestId: RequestIdSchema }),
    result: CustomerRequest,
  },
  /** Either side ends the session and with it its call. */
  "request.end": {
    params: closed({ requestId: RequestIdSchema }),
    result: Nothing,
  },
  /** The operator takes the ring; for a call the seat is taken at once, under this device's `joinId`. */
  "offer.accept": {
    params: closed({
      offerId: OfferIdSchema,
      joinId: JoinIdSchema,
      media: MediaState,
    }),
    result: closed({ request: ServiceRequest, seat: nullable(CallSeat) }),
  },
  "offer.decline": {
    params: closed({ offerId: OfferIdSchema }),
    result: Nothing,
  },
  /** An operator calls a customer who is on the site now (B14): the page rings. */
  "customer.call": {
    params: closed({
      clientId: ClientIdSchema,
      customerId: CustomerIdSchema,
      media: CallMediaSchema,
      joinId: JoinIdSchema,
      mediaState: MediaState,
    }),
    result: closed({ request: ServiceRequest, seat: CallSeat }),
  },

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

export type CommandName = keyof typeof commands;
export type CommandParams<Name extends CommandName> = Static<
  (typeof commands)[Name]["params"]
>;
export type CommandResult<Name extends CommandName> = Static<
  (typeof commands)[Name]["result"]
>;
// Object.keys forgets the key type; the object above is closed.
export const commandNames = Object.keys(commands) as CommandName[];
