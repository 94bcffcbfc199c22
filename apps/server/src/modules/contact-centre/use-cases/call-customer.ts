import type {
  Call,
  CommandParams,
  CommandResult,
  Customer,
  RequestId,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { codeOf } from "../../../platform/db/failures.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import { loadOneForStaff } from "../load.ts";
import { defaultQueueId, type Powers } from "../powers.ts";
import { requireOperator } from "../rights.ts";
import {
  insertRequest,
  openRequestOf,
  requestByClient,
  saveRequest,
} from "../store/requests.ts";
import type { RequestRow } from "../store/rows.ts";
import { engage } from "./engage.ts";
import { neverServed } from "./end-of-service.ts";
import type { Unit } from "./move-operator.ts";

type Params = CommandParams<"customer.call">;
type Result = CommandResult<"customer.call">;

const uniqueViolation = "23505";

/**
 * An operator rings a customer who has a page open (B14). The same command again answers with what it made.
 * Refuses `contact_centre.customer_away`, `contact_centre.request_open` when the customer is in the queue or served,
 * `contact_centre.operator_busy` when the operator is.
 */
export async function callCustomer(
  powers: Powers,
  context: CommandContext,
  params: Params,
): Promise<Result> {
  const operator = requireOperator(context.principal);
  const find = () =>
    requestByClient(powers.database.db, operator.id, params.clientId);
  const known = await find();
  if (known !== undefined)
    return answerAgain(powers, context, { params, request: known });
  const customer = await powers.customers.find(params.customerId);
  if (customer === undefined) throw new AppError("request.not_found");
  if (!powers.hub.isConnected(customer.id))
    throw new AppError("contact_centre.customer_away", {
      retryAfterMs: 10_000,
    });
  const draft = await draftOf(powers, context, { params, customer });
  try {
    const { request, call } = await powers.database.transact(
      context.actor,
      (unit) => ring(powers, unit, { context, params, draft }),
    );
    return {
      request: await loadOneForStaff(powers, request),
      seat: powers.calls.seatIn(call, operator.id),
    };
  } catch (error) {
    // Lost a race? Against the same command sent twice there is an answer; against anything else there is none.
    const winner = await find();
    if (winner === undefined) throw refusalOf(error);
    return answerAgain(powers, context, { params, request: winner });
  }
}

/** The tables' backstops say what came in between: a request of the customer, or work of the operator. */
function refusalOf(error: unknown): unknown {
  if (codeOf(error) !== uniqueViolation) return error;
  return new AppError("contact_centre.request_open", { cause: error });
}

async function answerAgain(
  powers: Powers,
  { principal }: CommandContext,
  {
    params,
    request,
  }: { readonly params: Params; readonly request: RequestRow },
): Promise<Result> {
  const { callId } = request;
  const seat =
    callId === null
      ? undefined
      : await powers.calls.seatOf(callId, principal.id, params.joinId);
  if (seat === undefined) throw new AppError("call.elsewhere");
  return { request: await loadOneForStaff(powers, request), seat };
}

async function draftOf(
  { clock, ids, customers }: Powers,
  { principal }: CommandContext,
  {
    params,
    customer,
  }: { readonly params: Params; readonly customer: Customer },
): Promise<RequestRow> {
  const operator = requireOperator(principal);
  const conversationId = await customers.conversationOf(customer.id);
  if (conversationId === undefined) throw new AppError("request.not_found");
  const now = clock.now();
  return {
    id: ids.next<RequestId>(),
    conversationId,
    queueId: defaultQueueId,
    customerId: customer.id,
    customerName: customer.name,
    kind: params.media,
    origin: "operator",
    state: "active",
    authorId: operator.id,
    clientId: params.clientId,
    operatorId: operator.id,
    operatorName: operator.name,
    callId: null,
    pageUrl: customer.pageUrl,
    pageTitle: customer.pageTitle,
    createdAt: now,
    acceptedAt: now,
    endedAt: null,
    endReason: null,
    customerGoneAt: null,
    transferId: null,
    stickyOperatorId: null,
    ...neverServed,
  };
}

interface Ringing {
  readonly context: CommandContext;
  readonly params: Params;
  readonly draft: RequestRow;
}

async function ring(
  powers: Powers,
  unit: Unit,
  { context, params, draft }: Ringing,
): Promise<{ readonly request: RequestRow; readonly call: Call }> {
  const { id: requestId, conversationId, customerId, queueId } = draft;
  if ((await openRequestOf(unit.tx, customerId)) !== undefined)
    throw new AppError("contact_centre.request_open");
  await insertRequest(unit.tx, draft);
  await engage(powers, unit, context);
  const { id: operatorId, name } = context.principal;
  const call = await powers.calls.ringCustomer(unit, {
    requestId,
    conversationId,
    media: params.media,
    joiner: { context, joinId: params.joinId, mediaState: params.mediaState },
    customer: {
      principalId: customerId,
      kind: "customer",
      name: draft.customerName,
    },
  });
  await saveRequest(unit.tx, requestId, { callId: call.id });
  const member = {
    principalId: operatorId,
    kind: "user",
    name,
    role: "member",
  } as const;
  await powers.chats.addMember(unit, {
    conversationId,
    member,
    actorId: operatorId,
  });
  const { kind } = draft;
  await powers.chats.append(unit, conversationId, [
    { type: "request.created", actorId: operatorId, requestId, kind },
  ]);
  unit.happened({
    type: "request.created",
    requestId,
    queueId,
    customerId,
    kind,
  });
  unit.happened({ type: "request.changed", requestId });
  return { request: { ...draft, callId: call.id }, call };
}
