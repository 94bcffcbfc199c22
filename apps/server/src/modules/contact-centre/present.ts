import type {
  AskedHelp,
  Customer,
  CustomerRequest,
  Offer,
  OperatorStatus,
  ServiceRequest,
  SessionHelp,
  WaitingRequest,
  WrapUp,
  WrapUpRules,
} from "@veche/contracts";
import type {
  OfferRow,
  OperatorRow,
  RequestRow,
  WrapUpRow,
  TransferRow,
} from "./store/rows.ts";

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

export const presentOperator = (operator: OperatorRow): OperatorStatus => ({
  operatorId: operator.userId,
  name: operator.name,
  state: operator.state,
  requestedState: operator.requestedState,
  breakReason: operator.breakReason,
  since: operator.since.toISOString(),
  wrapUp:
    operator.wrapUpRequestId === null || operator.wrapUpUntil === null
      ? null
      : {
          requestId: operator.wrapUpRequestId,
          until: operator.wrapUpUntil.toISOString(),
        },
});

/** What the operator wrote down, with the company's words for the outcome. */
export const presentWrapUp = (
  { outcomeId, note, followUpText, followUpDueOn, savedAt }: WrapUpRow,
  { outcomes }: WrapUpRules,
): WrapUp => ({
  outcome: outcomes.find(({ id }) => id === outcomeId) ?? null,
  note,
  followUp:
    followUpText === null ? null : { text: followUpText, dueOn: followUpDueOn },
  savedAt: savedAt.toISOString(),
});

/** Is an operator with the customer? So it is while they hand the session over, too. */
const isServed = ({ state, operatorId }: RequestRow): boolean =>
  state !== "ended" && operatorId !== null;

/** What staff and customer both see of a request. */
const sharedFields = (request: RequestRow) => ({
  id: request.id,
  conversationId: request.conversationId,
  kind: request.kind,
  state: isServed(request) ? ("active" as const) : request.state,
  operatorName: request.operatorName,
  heldAt: instant(request.heldAt),
  callId: request.callId,
  createdAt: request.createdAt.toISOString(),
  acceptedAt: instant(request.acceptedAt),
  endedAt: instant(request.endedAt),
  endReason: request.endReason,
});

const presentHelp = ({
  helpAskedAt,
  helpWords,
}: RequestRow): SessionHelp | null =>
  helpAskedAt === null
    ? null
    : { words: helpWords, since: helpAskedAt.toISOString() };

export const presentToStaff = (
  request: RequestRow,
  {
    customer,
    transfer,
    queueName,
  }: {
    readonly customer: Customer;
    readonly transfer: TransferRow | undefined;
    readonly queueName: string | null;
  },
): ServiceRequest => ({
  ...sharedFields(request),
  transfer:
    transfer === undefined
      ? null
      : {
          fromOperatorId: transfer.fromOperatorId,
          fromOperatorName: transfer.fromOperatorName,
          toName: transfer.toName,
          note: transfer.note,
          answer: transfer.answer,
          isRinging: request.state === "offered",
          createdAt: transfer.createdAt.toISOString(),
        },
  help: presentHelp(request),
  queueId: request.queueId,
  queueName,
  origin: request.origin,
  customer,
  operatorId: request.operatorId,
});

/** Of a session whose operator asks for help; of any other nothing. */
export function presentAskedHelp(request: RequestRow): readonly AskedHelp[] {
  const { id: requestId, operatorId, operatorName, customerName } = request;
  const help = presentHelp(request);
  return help === null || operatorId === null
    ? []
    : [
        {
          ...{ requestId, operatorId, customerName },
          operatorName: operatorName ?? "",
          ...help,
        },
      ];
}

export interface QueueStanding {
  /** 1 is next; undefined when no longer in the queue. */
  readonly position: number | undefined;
  readonly transfer: Pick<TransferRow, "toName"> | undefined;
  readonly isStaffed: boolean;
}

export const presentToCustomer = (
  request: RequestRow,
  standing: QueueStanding,
): CustomerRequest => ({
  ...sharedFields(request),
  position: isServed(request) ? null : (standing.position ?? null),
  transfer:
    standing.transfer === undefined
      ? null
      : { toName: standing.transfer.toName },
  isStaffed: standing.isStaffed,
});

export const presentOffer = (
  offer: OfferRow,
  request: ServiceRequest,
): Offer => ({
  id: offer.id,
  request,
  createdAt: offer.createdAt.toISOString(),
  expiresAt: offer.expiresAt.toISOString(),
});

export const presentWaiting = (
  request: RequestRow,
  queueName: string | null,
): WaitingRequest => ({
  id: request.id,
  kind: request.kind,
  queueName,
  customerName: request.customerName,
  isOffered: request.state === "offered",
  createdAt: request.createdAt.toISOString(),
});
