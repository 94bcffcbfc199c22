import { Type } from "typebox";
import { CallMediaSchema, EarlyAnswer, MediaState } from "../calls.ts";
import {
  CustomerRequest,
  OperatorStatus,
  requestableStates,
  RequestKindSchema,
  ServiceRequest,
} from "../contact-centre.ts";
import {
  ClientIdSchema,
  CustomerIdSchema,
  JoinIdSchema,
  OfferIdSchema,
  RequestIdSchema,
} from "../ids.ts";
import { closed, nullable, oneOf } from "../shapes.ts";
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
} as const satisfies Record<string, CommandContract>;
