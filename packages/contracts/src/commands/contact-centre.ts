import { Type } from "typebox";
import {
  CallMediaSchema,
  EarlyAnswer,
  MediaState,
  SupervisionModeSchema,
} from "../calls.ts";
import {
  CustomerRequest,
  HelpWords,
  OperatorStatus,
  requestableStates,
  RequestKindSchema,
  ServiceRequest,
  TransferNote,
  TransferTarget,
} from "../contact-centre.ts";
import {
  ClientIdSchema,
  CustomerIdSchema,
  JoinIdSchema,
  OfferIdSchema,
  QueueIdSchema,
  RequestIdSchema,
} from "../ids.ts";
import { closed, Instant, nullable, oneOf } from "../shapes.ts";
import { WrapUp, WrapUpFields } from "../wrap-up.ts";
import { CallSeat } from "./calls.ts";
import { Nothing, type CommandContract } from "./command.ts";

export const contactCentreCommands = {
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
      /** Where the page sends its visitors. Without it, and where that queue is archived or unknown, the default one. */
      queueId: Type.Optional(QueueIdSchema),
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
  /**
   * Hands a session to another operator or a queue. Until somebody takes over, the present operator stays with the
   * customer; a ring that nobody answers puts it into the queue, at the place its first request had.
   */
  "request.transfer": {
    params: closed({
      requestId: RequestIdSchema,
      to: Type.Union([TransferTarget.operator, TransferTarget.queue]),
      note: nullable(TransferNote),
    }),
    result: ServiceRequest,
  },
  /** The operator who hands it over keeps it after all. */
  "request.take_back": {
    params: closed({ requestId: RequestIdSchema }),
    result: ServiceRequest,
  },
  /** The operator does not wait until somebody takes over: the customer waits in the queue from now on. */
  "request.leave": {
    params: closed({ requestId: RequestIdSchema }),
    result: Nothing,
  },
  /**
   * The operator puts the call of a session on hold: until they come back neither side sends the other sound or pictures,
   * and the customer is told so. Refuses `call.ended` where the session has no call. Again: nothing changes.
   */
  "request.hold": {
    params: closed({ requestId: RequestIdSchema }),
    result: ServiceRequest,
  },
  /** They are back. */
  "request.resume": {
    params: closed({ requestId: RequestIdSchema }),
    result: ServiceRequest,
  },
  /** The operator asks supervisors for help, until they withdraw it or serve no longer; the last words stand. */
  "request.ask_help": {
    params: closed({
      requestId: RequestIdSchema,
      words: nullable(HelpWords),
    }),
    result: ServiceRequest,
  },
  "request.withdraw_help": {
    params: closed({ requestId: RequestIdSchema }),
    result: ServiceRequest,
  },
  /** A supervisor becomes the operator of a session that another serves; for a call the seat is taken at once. */
  "request.take_over": {
    params: closed({
      requestId: RequestIdSchema,
      joinId: JoinIdSchema,
      media: MediaState,
    }),
    result: closed({ request: ServiceRequest, seat: nullable(CallSeat) }),
  },
  /**
   * A supervisor takes part in a session that another serves, or takes part in it in another way: then `joinId` is that of
   * their seat. The call goes through the media server from then on; `call.leave` goes out of it. Refuses `call.ended` of a
   * chat, `call.full` while another supervisor is there, `call.for_two` without a media server.
   */
  "request.supervise": {
    params: closed({
      requestId: RequestIdSchema,
      joinId: JoinIdSchema,
      media: MediaState,
      mode: SupervisionModeSchema,
    }),
    result: closed({ request: ServiceRequest, seat: CallSeat }),
  },
  /** The operator takes the ring; for a call the seat is taken at once, under this device's `joinId`. */
  "offer.accept": {
    params: closed({
      offerId: OfferIdSchema,
      joinId: JoinIdSchema,
      media: MediaState,
      /** The answer to the caller's early offer, to go out with the news that somebody answered. */
      answer: Type.Optional(EarlyAnswer),
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
  /**
   * What the operator writes down about a session they served, during the wrap-up or later; the last word stands.
   * `isDone` ends the wrap-up in the same transaction, if it still goes on.
   */
  "wrap_up.save": {
    params: closed({
      requestId: RequestIdSchema,
      ...WrapUpFields.properties,
      isDone: Type.Boolean(),
    }),
    result: WrapUp,
  },
  /** Some more time. `shownUntil`, the end that was shown, makes the same command twice one. */
  "wrap_up.extend": {
    params: closed({ requestId: RequestIdSchema, shownUntil: Instant }),
    result: OperatorStatus,
  },
} as const satisfies Record<string, CommandContract>;
