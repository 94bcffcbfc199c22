import type {
  OfferReason,
  QueueId,
  RequestId,
  RoutingStrategy,
  UserId,
} from "@veche/contracts";
import { later } from "./later.ts";

/** A queue, as far as routing cares. */
export interface QueueView {
  readonly id: QueueId;
  /** The highest is served first. */
  readonly priority: number;
  /** Who is rung for it; null: everybody. */
  readonly members: ReadonlySet<UserId> | null;
  /** Who of several is rung. */
  readonly strategy: RoutingStrategy;
  /** Who is rung too for whoever waits that long; null: nobody. */
  readonly overflow: {
    readonly members: ReadonlySet<UserId> | null;
    readonly afterMs: number;
  } | null;
}

/** A request in a queue, as far as routing cares. */
export interface WaitingView {
  readonly id: RequestId;
  readonly queue: QueueView;
  readonly createdAt: Date;
  /** Operators who declined or missed this request, and when each may be asked again. */
  readonly refusals: ReadonlyMap<UserId, Date>;
  /** Who served this customer last, where the queue cares. */
  readonly stickyOperatorId: UserId | null;
}

/** An operator who could be rung now. */
export interface FreeOperatorView {
  readonly id: UserId;
  readonly idleSince: Date;
  /** Null: never, or no queue asks. */
  readonly lastRungAt: Date | null;
  /** Sessions they accepted lately (`recentMs`); 0 where no queue asks. */
  readonly recentCount: number;
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
  readonly reason: OfferReason;
}

/** How far back sessions are counted for `fewest_sessions`: a working day. */
export const recentMs = 8 * 3_600_000;

/**
 * Who is rung for what, now: the oldest request of the highest priority first, for it one of its queue: the one who served this
 * customer last, else by the queue's strategy. Others come once the request waits long enough for its overflow and nobody of the queue
 * is free; operators who refused it only when nobody else is, and not before their pause is over. No operator appears twice, no
 * request appears twice, and afterwards no request is left that a free operator could take.
 */
export function decide(state: RoutingState): readonly OfferDecision[] {
  const { now, free, waiting } = state;
  const orders = new Map<RoutingStrategy, readonly FreeOperatorView[]>();
  const taken = new Set<UserId>();
  const decisions: OfferDecision[] = [];
  for (const request of [...waiting].sort(byUrgency)) {
    if (taken.size === free.length) break;
    const { strategy } = request.queue;
    const order = orders.get(strategy) ?? [...free].sort(byStrategy[strategy]);
    orders.set(strategy, order);
    const candidates = order.filter(
      (operator) => !taken.has(operator.id) && mayTake(request, operator, now),
    );
    const choice = choose(request, candidates);
    if (choice === undefined) continue;
    const { operator, reason } = choice;
    taken.add(operator.id);
    decisions.push({
      requestId: request.id,
      operatorId: operator.id,
      candidateCount: candidates.length,
      idleMs: Math.max(0, now.getTime() - operator.idleSince.getTime()),
      reason,
    });
  }
  return decisions;
}

/** The best of those who may take it; they come in the order of the queue's strategy. */
function choose(
  request: WaitingView,
  candidates: readonly FreeOperatorView[],
):
  | { readonly operator: FreeOperatorView; readonly reason: OfferReason }
  | undefined {
  const { queue, refusals, stickyOperatorId } = request;
  const willing = orAll(candidates, ({ id }) => !refusals.has(id));
  const own = orAll(willing, ({ id }) => isOf(queue.members, id));
  const sticky = own.find(({ id }) => id === stickyOperatorId);
  if (sticky !== undefined) return { operator: sticky, reason: "sticky" };
  const [first] = own;
  if (first === undefined) return undefined;
  const isOwn = isOf(queue.members, first.id);
  return { operator: first, reason: isOwn ? queue.strategy : "overflow" };
}

/** Those for whom it is true; all when it is true for nobody. */
function orAll<Item>(
  items: readonly Item[],
  isTrue: (item: Item) => boolean,
): readonly Item[] {
  const some = items.filter(isTrue);
  return some.length > 0 ? some : items;
}

/** May this operator be rung for this request now? Not for a queue of others before its overflow, nor during the pause after a refusal. */
export function mayTake(
  { queue, createdAt, refusals }: WaitingView,
  { id }: Pick<FreeOperatorView, "id">,
  now: Date,
): boolean {
  const { members, overflow } = queue;
  const serves =
    isOf(members, id) ||
    (overflow !== null &&
      isOf(overflow.members, id) &&
      later(createdAt, overflow.afterMs) <= now);
  if (!serves) return false;
  const mayBeAskedAt = refusals.get(id);
  return mayBeAskedAt === undefined || mayBeAskedAt <= now;
}

const isOf = (members: ReadonlySet<UserId> | null, id: UserId): boolean =>
  members === null || members.has(id);

const byUrgency = (a: WaitingView, b: WaitingView): number =>
  b.queue.priority - a.queue.priority ||
  a.createdAt.getTime() - b.createdAt.getTime() ||
  compareIds(a.id, b.id);

type Order = (a: FreeOperatorView, b: FreeOperatorView) => number;

const byIdleTime: Order = (a, b) =>
  a.idleSince.getTime() - b.idleSince.getTime() || compareIds(a.id, b.id);

/** Who comes first; where two are alike, the one idle the longest. */
const byStrategy: Readonly<Record<RoutingStrategy, Order>> = {
  longest_idle: byIdleTime,
  round_robin: (a, b) =>
    (a.lastRungAt?.getTime() ?? 0) - (b.lastRungAt?.getTime() ?? 0) ||
    byIdleTime(a, b),
  fewest_sessions: (a, b) => a.recentCount - b.recentCount || byIdleTime(a, b),
};

const compareIds = (a: string, b: string): number =>
  a < b ? -1 : a > b ? 1 : 0;
