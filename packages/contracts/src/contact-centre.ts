import { Type, type Static } from "typebox";
import {
  CallIdSchema,
  ConversationIdSchema,
  OfferIdSchema,
  QueueIdSchema,
  RequestIdSchema,
  UserIdSchema,
} from "./ids.ts";
import { closed, DisplayName, Instant, nullable, oneOf } from "./shapes.ts";
import { Customer } from "./principals.ts";
import { WrapUpTime } from "./wrap-up.ts";

export const requestKinds = ["chat", "audio", "video"] as const;
export type RequestKind = (typeof requestKinds)[number];
export const RequestKindSchema = oneOf(requestKinds);

/**
 * `completed` was served and ended by either side · `abandoned` the customer gave up waiting ·
 * `customer_lost` the customer vanished while waiting · `operator_lost` the operator vanished and nobody could take over ·
 * `unanswered` and `declined` the customer did not take a call the operator made.
 */
export const requestEndReasons = [
  "completed",
  "abandoned",
  "customer_lost",
  "operator_lost",
  "unanswered",
  "declined",
] as const;
export type RequestEndReason = (typeof requestEndReasons)[number];
export const RequestEndReasonSchema = oneOf(requestEndReasons);

/** The one visible state of an operator (conventions A.1). */
export const operatorStates = [
  "offline",
  "available",
  "ringing",
  "in_call",
  "wrap_up",
  "break",
  "not_responding",
] as const;
export type OperatorState = (typeof operatorStates)[number];

/** What an operator may ask for; while busy it is what follows. */
export const requestableStates = ["available", "break", "offline"] as const;
export type RequestableState = (typeof requestableStates)[number];

export const OperatorStatus = closed({
  operatorId: UserIdSchema,
  name: DisplayName,
  state: oneOf(operatorStates),
  /** Taken when the present work ends. */
  requestedState: oneOf(requestableStates),
  breakReason: nullable(Type.String({ maxLength: 60 })),
  since: Instant,
  /** Null unless the state is `wrap_up`. */
  wrapUp: nullable(WrapUpTime),
});
export type OperatorStatus = Static<typeof OperatorStatus>;

/** How the ring of a transfer ended without anybody taking over. */
export const transferAnswers = ["declined", "timed_out", "withdrawn"] as const;
export type TransferAnswer = (typeof transferAnswers)[number];

/** What is written for the next operator; the customer never sees it. */
export const TransferNote = Type.String({ maxLength: 500 });

/** A session on its way to another operator, as the staff see it. Until somebody takes over, the present one serves. */
export const SessionTransfer = closed({
  fromOperatorId: UserIdSchema,
  fromOperatorName: DisplayName,
  /** The operator it was meant for; null: a queue. */
  toName: nullable(DisplayName),
  note: nullable(TransferNote),
  /** Of the ring meant for one operator; null while it rings, and for a queue. */
  answer: nullable(oneOf(transferAnswers)),
  /** Does it ring for somebody now? Otherwise it waits in the queue. */
  isRinging: Type.Boolean(),
  createdAt: Instant,
});
export type SessionTransfer = Static<typeof SessionTransfer>;

/** What an operator tells supervisors when they ask for help; the customer never sees it. */
export const HelpWords = Type.String({ minLength: 1, maxLength: 200 });

/** The operator of a session asks supervisors for help. */
export const SessionHelp = closed({
  words: nullable(HelpWords),
  since: Instant,
});
export type SessionHelp = Static<typeof SessionHelp>;

/** Who asks for help, as supervisors are told. */
export const AskedHelp = closed({
  requestId: RequestIdSchema,
  operatorId: UserIdSchema,
  operatorName: DisplayName,
  customerName: DisplayName,
  ...SessionHelp.properties,
});
export type AskedHelp = Static<typeof AskedHelp>;

/** Null while the company has but one queue: there is nothing to tell apart. */
const QueueName = nullable(DisplayName);

/** Whom a session can be handed to. */
export const TransferTarget = {
  operator: closed({ operatorId: UserIdSchema }),
  queue: closed({ queueId: QueueIdSchema }),
};

/** A request as its own customer sees it. */
export const CustomerRequest = closed({
  id: RequestIdSchema,
  conversationId: ConversationIdSchema,
  kind: RequestKindSchema,
  /** `offered` is shown to the customer as waiting too: a ring is a promise of nobody yet. */
  state: oneOf(["waiting", "offered", "active", "ended"]),
  /** 1 is next. Null once served. */
  position: nullable(Type.Integer({ minimum: 1 })),
  /** Is anybody at work who could serve it? The widget says so plainly when not. */
  isStaffed: Type.Boolean(),
  operatorName: nullable(DisplayName),
  /** The session is being handed over: to this operator, or (null) to whoever comes next. */
  transfer: nullable(closed({ toName: nullable(DisplayName) })),
  /** Since when the call is on hold: nobody sends the other sound or pictures. Null while it is not. */
  heldAt: nullable(Instant),
  callId: nullable(CallIdSchema),
  createdAt: Instant,
  acceptedAt: nullable(Instant),
  endedAt: nullable(Instant),
  endReason: nullable(RequestEndReasonSchema),
});
export type CustomerRequest = Static<typeof CustomerRequest>;

/** A request as the staff see it. */
export const ServiceRequest = closed({
  id: RequestIdSchema,
  conversationId: ConversationIdSchema,
  queueId: QueueIdSchema,
  queueName: QueueName,
  kind: RequestKindSchema,
  origin: oneOf(["customer", "operator"]),
  state: oneOf(["waiting", "offered", "active", "ended"]),
  customer: Customer,
  operatorId: nullable(UserIdSchema),
  operatorName: nullable(DisplayName),
  transfer: nullable(SessionTransfer),
  /** Null: nobody asks for any. */
  help: nullable(SessionHelp),
  /** Since when the call is on hold; null while it is not. */
  heldAt: nullable(Instant),
  callId: nullable(CallIdSchema),
  createdAt: Instant,
  acceptedAt: nullable(Instant),
  endedAt: nullable(Instant),
  endReason: nullable(RequestEndReasonSchema),
});
export type ServiceRequest = Static<typeof ServiceRequest>;

/** A ring to one operator: a reservation in the database that ends by itself at `expiresAt`. */
export const Offer = closed({
  id: OfferIdSchema,
  request: ServiceRequest,
  createdAt: Instant,
  expiresAt: Instant,
});
export type Offer = Static<typeof Offer>;

/**
 * `accepted` here or in another window · `declined` · `timed_out` · `withdrawn` the customer gave up or
 * the operator's connection was lost.
 */
export const offerOutcomes = [
  "accepted",
  "declined",
  "timed_out",
  "withdrawn",
] as const;
export type OfferOutcome = (typeof offerOutcomes)[number];

export const WaitingRequest = closed({
  id: RequestIdSchema,
  kind: RequestKindSchema,
  queueName: QueueName,
  customerName: DisplayName,
  isOffered: Type.Boolean(),
  createdAt: Instant,
});
export type WaitingRequest = Static<typeof WaitingRequest>;

/** The queue as every operator sees it, sent when it changes, not more than four times a second. */
export const Board = closed({
  /** The longest waiting first, at most 50. */
  waiting: Type.Array(WaitingRequest),
  waitingCount: Type.Integer({ minimum: 0 }),
  operatorsByState: closed({
    available: Type.Integer({ minimum: 0 }),
    busy: Type.Integer({ minimum: 0 }),
    away: Type.Integer({ minimum: 0 }),
  }),
});
export type Board = Static<typeof Board>;

/** Everything a Desk needs to be right after it connects. */
export const DeskSnapshot = closed({
  status: OperatorStatus,
  board: Board,
  offer: nullable(Offer),
  active: Type.Array(ServiceRequest),
  /** The session whose wrap-up the operator is in. */
  wrappingUp: nullable(ServiceRequest),
});
export type DeskSnapshot = Static<typeof DeskSnapshot>;
