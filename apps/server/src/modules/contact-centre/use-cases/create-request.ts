import type {
  CommandParams,
  ConversationId,
  CustomerRequest,
  Queue,
  RequestId,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { codeOf } from "../../../platform/db/failures.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import { loadForCustomer } from "../load.ts";
import { later } from "../domain/later.ts";
import { opensAt } from "../domain/working-hours.ts";
import type { Powers } from "../powers.ts";
import { queueFor } from "../which-queue.ts";
import { requireCustomer } from "../rights.ts";
import {
  insertRequest,
  lastOperatorOf,
  openRequestOf,
  requestByClient,
  saveRequest,
} from "../store/requests.ts";
import type { RequestRow } from "../store/rows.ts";
import { neverServed } from "./end-of-service.ts";
import type { Unit } from "./move-operator.ts";

const uniqueViolation = "23505";

/**
 * A customer asks to be served. The same command again answers with the request it made; another one while a
 * request is open is refused with `contact_centre.request_open`, and a call outside the queue's working hours with
 * `contact_centre.closed`.
 */
export async function createRequest(
  powers: Powers,
  context: CommandContext,
  params: CommandParams<"request.create">,
): Promise<CustomerRequest> {
  const { id: customerId } = requireCustomer(context.principal);
  const { db } = powers.database;
  const [known, present, queue, conversationId] = await Promise.all([
    requestByClient(db, customerId, params.clientId),
    openRequestOf(db, customerId),
    queueFor(db, params.queueId),
    powers.customers.conversationOf(customerId),
  ]);
  if (known !== undefined) return loadForCustomer(powers, known);
  if (present?.clientId === params.clientId)
    return loadForCustomer(powers, present);
  if (present !== undefined) throw new AppError("contact_centre.request_open");
  // What is written waits for whoever comes; nobody is left ringing.
  if (params.kind !== "chat") requireServing(powers, queue);
  if (conversationId === undefined) throw new AppError("request.not_found");
  const stickyOperatorId = await stickyOperatorFor(powers, customerId, queue);
  const draft = draftOf(powers, context, {
    ...{ params, queue, conversationId, stickyOperatorId },
  });
  try {
    const request = await powers.database.transact(context.actor, (unit) =>
      open(powers, unit, { context, draft }),
    );
    return await loadForCustomer(powers, request);
  } catch (error) {
    if (codeOf(error) !== uniqueViolation) throw error;
    // Lost a race: against the same command sent twice, or against another request or call of this customer.
    const winner = await requestByClient(db, customerId, params.clientId);
    if (winner === undefined)
      throw new AppError("contact_centre.request_open", { cause: error });
    return loadForCustomer(powers, winner);
  }
}

function requireServing({ clock }: Powers, { hours }: Queue): void {
  if (opensAt(hours, clock.now()) !== null)
    throw new AppError("contact_centre.closed");
}

const dayMs = 24 * 3_600_000;

/** Whom the queue rings first for this customer; null: nobody in particular. */
async function stickyOperatorFor(
  { database, clock }: Powers,
  customerId: RequestRow["customerId"],
  { stickyDays }: Queue,
): Promise<RequestRow["stickyOperatorId"]> {
  if (stickyDays === 0) return null;
  const since = later(clock.now(), -stickyDays * dayMs);
  return lastOperatorOf(database.db, customerId, since);
}

interface Asked {
  readonly params: CommandParams<"request.create">;
  readonly queue: Queue;
  readonly conversationId: ConversationId;
  readonly stickyOperatorId: RequestRow["stickyOperatorId"];
}

function draftOf(
  { clock, ids }: Powers,
  { principal }: CommandContext,
  { params, queue, conversationId, stickyOperatorId }: Asked,
): RequestRow {
  const { id: customerId, name } = requireCustomer(principal);
  const { clientId, kind, pageUrl, pageTitle } = params;
  return {
    id: ids.next<RequestId>(),
    conversationId,
    queueId: queue.id,
    customerId,
    customerName: name,
    kind,
    origin: "customer",
    state: "waiting",
    authorId: customerId,
    clientId,
    operatorId: null,
    operatorName: null,
    callId: null,
    pageUrl,
    pageTitle,
    createdAt: clock.now(),
    acceptedAt: null,
    endedAt: null,
    endReason: null,
    customerGoneAt: null,
    transferId: null,
    stickyOperatorId,
    ...neverServed,
  };
}

async function open(
  { calls, chats }: Powers,
  unit: Unit,
  {
    context,
    draft,
  }: { readonly context: CommandContext; readonly draft: RequestRow },
): Promise<RequestRow> {
  const { id: requestId, conversationId, customerId, queueId, kind } = draft;
  await insertRequest(unit.tx, draft);
  let callId: RequestRow["callId"] = null;
  if (kind !== "chat") {
    callId = await calls.startForRequest(unit, {
      context,
      requestId,
      conversationId,
      media: kind,
    });
    await saveRequest(unit.tx, requestId, { callId });
  }
  await chats.append(unit, conversationId, [
    { type: "request.created", actorId: customerId, requestId, kind },
  ]);
  unit.happened({
    type: "request.created",
    requestId,
    queueId,
    customerId,
    kind,
  });
  unit.happened({ type: "request.changed", requestId });
  return { ...draft, callId };
}
