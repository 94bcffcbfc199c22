import type {
  CommandParams,
  OfferId,
  QueueId,
  ServiceRequest,
  TransferId,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { UserPrincipal } from "../../../platform/principal.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import { may } from "../../identity/index.ts";
import { later } from "../domain/later.ts";
import { loadOneForStaff } from "../load.ts";
import type { Powers } from "../powers.ts";
import { requireOperator } from "../rights.ts";
import { exclude, insertOffers } from "../store/offers.ts";
import { lockOperator } from "../store/operators.ts";
import { queueNamed } from "../store/queues.ts";
import { lockRequest, saveRequest } from "../store/requests.ts";
import type { OperatorRow, RequestRow, TransferRow } from "../store/rows.ts";
import { insertTransfer, servedSince } from "../store/transfers.ts";
import { moveOperator, type Unit } from "./move-operator.ts";

type Params = CommandParams<"request.transfer">;

/**
 * Hands a session over: to one operator, who is rung, or to a queue. The present operator serves until somebody takes
 * over. Their right, and a supervisor's. Refuses `request.not_found`, `contact_centre.not_transferable` of what nobody
 * serves or what is being handed over already, `contact_centre.operator_unavailable` of who cannot be rung now.
 */
export async function transferRequest(
  powers: Powers,
  context: CommandContext,
  params: Params,
): Promise<ServiceRequest> {
  const actor = requireOperator(context.principal);
  const busy = await powers.calls.usersInCalls();
  const request = await powers.database.transact(
    context.actor,
    async (unit) => {
      const held = await lockRequest(unit.tx, params.requestId);
      const served = requireServed(held, actor);
      return handOver(powers, unit, { request: served, params, busy });
    },
  );
  return loadOneForStaff(powers, request);
}

type Served = RequestRow & {
  readonly operatorId: NonNullable<RequestRow["operatorId"]>;
};

function requireServed(
  request: RequestRow | undefined,
  actor: UserPrincipal,
): Served {
  const mayHandOver =
    request?.operatorId === actor.id || may(actor, "requests.see_all");
  if (request === undefined || !mayHandOver)
    throw new AppError("request.not_found");
  const { operatorId } = request;
  if (request.state !== "active" || operatorId === null)
    throw new AppError("contact_centre.not_transferable");
  return { ...request, operatorId };
}

interface HandingOver {
  readonly request: Served;
  readonly params: Params;
  /** Whoever talks elsewhere cannot be rung. */
  readonly busy: ReadonlySet<string>;
}

async function handOver(
  powers: Powers,
  unit: Unit,
  { request, params: { to, note }, busy }: HandingOver,
): Promise<RequestRow> {
  const { id: requestId, operatorId, conversationId } = request;
  const now = powers.clock.now();
  const target =
    "queueId" in to
      ? await requireQueue(unit, to.queueId)
      : await requireFree(unit, { request, to, busy });
  const transfer = await open(powers, unit, { request, target, note });
  const fields = {
    state: target.operator === null ? "waiting" : "offered",
    transferId: transfer.id,
    customerGoneAt: powers.hub.isConnected(request.customerId) ? null : now,
    ...(target.queueId === null ? {} : { queueId: target.queueId }),
  } as const;
  await saveRequest(unit.tx, requestId, fields);
  const until = later(now, powers.settings.askAgainAfterMs);
  await exclude(unit.tx, { requestId, operatorId, until });
  if (target.operator !== null)
    await ring(powers, unit, { requestId, operator: target.operator });
  if (request.callId !== null)
    await powers.calls.awaitOperator(unit, {
      callId: request.callId,
      actorId: operatorId,
      wish: "await",
    });
  await powers.chats.append(unit, conversationId, [
    {
      type: "request.transferring",
      actorId: operatorId,
      requestId,
      toOperatorId: target.operator?.userId ?? null,
      toName: target.name,
    },
  ]);
  unit.happened({ type: "request.changed", requestId });
  return { ...request, ...fields };
}

interface Target {
  readonly name: string | null;
  readonly queueId: QueueId | null;
  readonly operator: OperatorRow | null;
}

async function requireQueue(unit: Unit, queueId: QueueId): Promise<Target> {
  const queue = await queueNamed(unit.tx, queueId);
  if (queue === undefined) throw new AppError("request.not_found");
  return { name: null, queueId, operator: null };
}

/** Their row is held from here on: nobody else rings them meanwhile. */
async function requireFree(
  unit: Unit,
  {
    request,
    to,
    busy,
  }: Pick<HandingOver, "request" | "busy"> & {
    readonly to: { readonly operatorId: Served["operatorId"] };
  },
): Promise<Target> {
  const { operatorId } = to;
  const operator =
    operatorId === request.operatorId
      ? undefined
      : await lockOperator(unit.tx, operatorId);
  const isFree =
    operator?.state === "available" && operator.disconnectedAt === null;
  if (operator === undefined || !isFree || busy.has(operatorId))
    throw new AppError("contact_centre.operator_unavailable");
  return { name: operator.name, queueId: null, operator };
}

async function open(
  { ids, clock }: Powers,
  unit: Unit,
  {
    request,
    target,
    note,
  }: {
    readonly request: Served;
    readonly target: Target;
    readonly note: string | null;
  },
): Promise<TransferRow> {
  const createdAt = clock.now();
  const transfer: TransferRow = {
    id: ids.next<TransferId>(),
    requestId: request.id,
    fromOperatorId: request.operatorId,
    fromOperatorName: request.operatorName ?? "",
    servedSince: await servedSince(unit.tx, request, createdAt),
    toOperatorId: target.operator?.userId ?? null,
    toQueueId: target.queueId,
    toName: target.name,
    isTaken: false,
    note: note?.trim() === "" ? null : note,
    createdAt,
    leftAt: null,
    closedAt: null,
    answer: null,
    outcome: null,
  };
  await insertTransfer(unit.tx, transfer);
  return transfer;
}

/** The ring is meant for this operator alone; nobody else was a candidate. */
async function ring(
  powers: Powers,
  unit: Unit,
  {
    requestId,
    operator,
  }: {
    readonly requestId: RequestRow["id"];
    readonly operator: OperatorRow;
  },
): Promise<void> {
  const { clock, ids, settings } = powers;
  const now = clock.now();
  const { userId: operatorId, name: operatorName, idleSince } = operator;
  const id = ids.next<OfferId>();
  const offer = {
    id,
    requestId,
    operatorId,
    operatorName,
    candidateCount: 1,
    reason: "named" as const,
    idleMs: Math.max(0, now.getTime() - idleSince.getTime()),
    createdAt: now,
    expiresAt: later(now, settings.ringTimeoutMs),
    closedAt: null,
    outcome: null,
    joinId: null,
  };
  await insertOffers(unit.tx, [offer]);
  const rung = await moveOperator(powers, unit, {
    operator,
    event: { type: "rang" },
  });
  if (rung === undefined)
    throw new AppError("contact_centre.operator_unavailable");
  unit.happened({ type: "offer.made", offerId: id, requestId, operatorId });
}
