import type { QueueId, RequestId, UserId } from "@veche/contracts";

/** A queue, as far as routing cares. */
export interface QueueView {
  readonly id: QueueId;
  /** The highest is served first. */
  readonly priority: number;
  /** Who is rung for it; null: everybody. */
  readonly members: ReadonlySet<UserId> | null;
}

/** A request in a queue, as far as routing cares. */
export interface WaitingView {
  readonly id: RequestId;
  readonly queue: QueueView;
  readonly createdAt: Date;
  /** Operators who declined or missed this request, and when each may be asked again. */
  readonly refusals: ReadonlyMap<UserId, Date>;
}

/** An operator who could be rung now. */
export interface FreeOperatorView {
  readonly id: UserId;
  readonly idleSince: Date;
}

export interface RoutingState {
  readonly now: Date;
  readonly waiting: readonly WaitingView[];
  readonly free: readonly FreeOperatorView[];
}

/** One decision with what it was made from, so that it can be explained later. */
export interface OfferDecision {
  readonly requestId: RequestId;
  readonly operatorId: UserId;
  /** Operators who could have been rung for this request at this moment, the chosen one included. */
  readonly candidateCount: number;
  readonly idleMs: number;
}

/**
 * Who is rung for what, now: the oldest request of the highest priority first, for it the operator of its queue idle the
 * longest. Operators who refused the request come only when nobody else is free, and not before their pause is over. No operator appears twice,
 * no request appears twice, and afterwards no request is left that a free operator could take.
 */
export function decide(state: RoutingState): readonly OfferDecision[] {
  const free = [...state.free].sort(byIdleTime);
  const decisions: OfferDecision[] = [];
  for (const request of [...state.waiting].sort(byUrgency)) {
    if (free.length === 0) break;
    const candidates = free.filter((operator) =>
      mayTake(request, operator, state.now),
    );
    const chosen =
      candidates.find((operator) => !request.refusals.has(operator.id)) ??
      candidates[0];
    if (chosen === undefined) continue;
    free.splice(free.indexOf(chosen), 1);
    decisions.push({
      requestId: request.id,
      operatorId: chosen.id,
      candidateCount: candidates.length,
      idleMs: Math.max(0, state.now.getTime() - chosen.idleSince.getTime()),
    });
  }
  return decisions;
}

/** May this operator be rung for this request now? Not for a queue of others, nor during the pause after a refusal. */
export function mayTake(
  request: WaitingView,
  operator: FreeOperatorView,
  now: Date,
): boolean {
  const { members } = request.queue;
  if (members !== null && !members.has(operator.id)) return false;
  const mayBeAskedAt = request.refusals.get(operator.id);
  return mayBeAskedAt === undefined || mayBeAskedAt <= now;
}

const byUrgency = (a: WaitingView, b: WaitingView): number =>
  b.queue.priority - a.queue.priority ||
  a.createdAt.getTime() - b.createdAt.getTime() ||
  compareIds(a.id, b.id);

const byIdleTime = (a: FreeOperatorView, b: FreeOperatorView): number =>
  a.idleSince.getTime() - b.idleSince.getTime() || compareIds(a.id, b.id);

const compareIds = (a: string, b: string): number =>
  a < b ? -1 : a > b ? 1 : 0;
