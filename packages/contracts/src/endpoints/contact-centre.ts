import { Type, type Static } from "typebox";
import { Call, qualityLevels, QualitySample } from "../calls.ts";
import {
  operatorStates,
  OperatorStatus,
  RequestEndReasonSchema,
  RequestKindSchema,
  ServiceRequest,
  TransferNote,
} from "../contact-centre.ts";
import {
  CallIdSchema,
  CustomerIdSchema,
  PrincipalIdSchema,
  QueueIdSchema,
  RequestIdSchema,
  UserIdSchema,
} from "../ids.ts";
import { Customer } from "../principals.ts";
import { routingStrategies } from "../queues.ts";
import { Rating } from "../rating.ts";
import { closed, DisplayName, Instant, nullable, oneOf } from "../shapes.ts";
import { WrapUp } from "../wrap-up.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Contact centre";
const staff = {
  kind: "user",
  anyOf: ["operator", "supervisor", "admin"],
} as const;

/** One line of the history (B20). */
export const HistoryEntry = closed({
  request: ServiceRequest,
  participants: Type.Array(
    closed({ principalId: PrincipalIdSchema, name: DisplayName }),
  ),
  waitedMs: Type.Integer({ minimum: 0 }),
  /** From acceptance to the end; 0 when nobody accepted. */
  servedMs: Type.Integer({ minimum: 0 }),
  /** Of it on hold. */
  heldMs: Type.Integer({ minimum: 0 }),
  messageCount: Type.Integer({ minimum: 0 }),
  /** The worst level that lasted ten seconds or more. */
  quality: oneOf(qualityLevels),
  /** What the operator wrote down; null: nothing yet. */
  wrapUp: nullable(WrapUp),
  /** What the customer said of it; null: nothing. */
  rating: nullable(Rating),
});
export type HistoryEntry = Static<typeof HistoryEntry>;

const offerReasons = [
  ...routingStrategies,
  /** The customer's last operator. */
  "sticky",
  /** Nobody of the queue was free, and the customer had waited long enough for those of another. */
  "overflow",
  /** The session was handed over to them by name. */
  "named",
] as const;
export type OfferReason = (typeof offerReasons)[number];

/** Why this operator was rung: the record of one decision. */
export const OfferRecord = closed({
  operatorId: UserIdSchema,
  operatorName: DisplayName,
  createdAt: Instant,
  closedAt: nullable(Instant),
  outcome: nullable(oneOf(["accepted", "declined", "timed_out", "withdrawn"])),
  /** How many operators could have been rung, and for how long the chosen one had been idle. */
  candidateCount: Type.Integer({ minimum: 1 }),
  idleMs: Type.Integer({ minimum: 0 }),
  /** Null: rung before reasons were kept. */
  reason: nullable(oneOf(offerReasons)),
});
export type OfferRecord = Static<typeof OfferRecord>;

/** One operator's part of a session. */
export const ServiceTurn = closed({
  operatorId: UserIdSchema,
  operatorName: DisplayName,
  since: Instant,
  until: nullable(Instant),
  /** Why it was handed on; null for the last. */
  transfer: nullable(
    closed({
      /** Null: to a queue. */
      toName: nullable(DisplayName),
      /** A supervisor took it; it was not handed over to them. */
      isTaken: Type.Boolean(),
      note: nullable(TransferNote),
    }),
  ),
});
export type ServiceTurn = Static<typeof ServiceTurn>;

export const contactCentreEndpoints = {
  listHistory: endpoint({
    method: "GET",
    path: "/api/v1/contact-centre/history",
    tag,
    summary:
      "Sessions, the newest first; operators see their own, supervisors and administrators all",
    access: staff,
    query: closed({
      /** Asked for earlier than this. */
      before: Type.Optional(Instant),
      /** Asked for at this instant or later. */
      since: Type.Optional(Instant),
      limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
      queueId: Type.Optional(QueueIdSchema),
      kind: Type.Optional(RequestKindSchema),
      endReason: Type.Optional(RequestEndReasonSchema),
      text: Type.Optional(Type.String({ maxLength: 100 })),
    }),
    status: 200,
    response: closed({
      entries: Type.Array(HistoryEntry),
      nextBefore: nullable(Instant),
    }),
    errors: [],
  }),
  getHistoryEntry: endpoint({
    method: "GET",
    path: "/api/v1/contact-centre/history/:requestId",
    tag,
    summary:
      "One session with its offers and calls; its chat is the conversation's timeline",
    access: staff,
    params: closed({ requestId: RequestIdSchema }),
    status: 200,
    response: closed({
      entry: HistoryEntry,
      offers: Type.Array(OfferRecord),
      /** Who served when; empty when nobody did. */
      turns: Type.Array(ServiceTurn),
      calls: Type.Array(Call),
    }),
    errors: ["request.not_found"],
  }),
  listOperators: endpoint({
    method: "GET",
    path: "/api/v1/contact-centre/operators",
    tag,
    summary: "Operators and their states",
    access: { kind: "user", anyOf: ["supervisor", "admin"] },
    status: 200,
    response: closed({ operators: Type.Array(OperatorStatus) }),
    errors: [],
  }),
  listTransferTargets: endpoint({
    method: "GET",
    path: "/api/v1/contact-centre/transfer-targets",
    tag,
    summary: "Whom a session can be handed to: operators at work, and queues",
    access: staff,
    status: 200,
    response: closed({
      operators: Type.Array(
        closed({
          operatorId: UserIdSchema,
          name: DisplayName,
          state: oneOf(operatorStates),
        }),
      ),
      queues: Type.Array(closed({ queueId: QueueIdSchema, name: DisplayName })),
    }),
    errors: [],
  }),
  getCustomer: endpoint({
    method: "GET",
    path: "/api/v1/customers/:customerId",
    tag,
    summary:
      "A customer's card; operators see the customers they served or serve",
    access: staff,
    params: closed({ customerId: CustomerIdSchema }),
    status: 200,
    response: Customer,
    errors: ["request.not_found"],
  }),
  getCallQuality: endpoint({
    method: "GET",
    path: "/api/v1/calls/:callId/quality",
    tag,
    summary: "The statistics kept with a call, by participant",
    access: staff,
    params: closed({ callId: CallIdSchema }),
    status: 200,
    response: closed({
      participants: Type.Array(
        closed({
          principalId: PrincipalIdSchema,
          name: DisplayName,
          samples: Type.Array(QualitySample),
        }),
      ),
    }),
    errors: ["request.not_found"],
  }),
} as const;
