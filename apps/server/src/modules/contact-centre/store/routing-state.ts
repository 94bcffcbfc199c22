import { sql } from "kysely";
import type {
  QueueId,
  RequestId,
  RoutingStrategy,
  UserId,
} from "@veche/contracts";
import type { Tx } from "../../../platform/db/database.ts";
import { rowsOf } from "../../../platform/db/statements.ts";
import {
  recentMs,
  type FreeOperatorView,
  type OfferDecision,
  type QueueView,
  type RoutingState,
  type WaitingView,
} from "../domain/decide.ts";
import { later } from "../domain/later.ts";
import type { OperatorRow } from "./rows.ts";
import type { ContactCentreTables } from "./tables.ts";

/** One decision at a time in the whole installation, whichever node makes it; freed by the commit. */
export async function holdRouting(tx: Tx<ContactCentreTables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(7070, 1)`.execute(tx);
}

interface FreeRow {
  readonly id: UserId;
  readonly idleSince: string;
  readonly lastRungAt: string | null;
  readonly recentCount: number;
}

interface QueueRow {
  readonly id: QueueId;
  readonly priority: number;
  readonly strategy: RoutingStrategy;
  /** Of those who are free; null: all of them. */
  readonly members: readonly UserId[] | null;
  readonly overflow: {
    readonly members: readonly UserId[] | null;
    readonly afterSeconds: number;
  } | null;
}

interface WaitingRow {
  readonly id: RequestId;
  readonly queueId: QueueId;
  readonly createdAt: string;
  readonly stickyOperatorId: UserId | null;
  readonly refusals: readonly (readonly [UserId, string])[];
}

interface StateRow {
  readonly free: readonly FreeRow[];
  readonly queues: readonly QueueRow[];
  readonly waiting: readonly WaitingRow[];
}

/**
 * Every free operator, the queues that any of them may be rung for, and of each as many of the oldest requests as could possibly
 * be given to them. Each request beyond those that some free operator refused lately uses up an operator, so more than
 * `free + refused` are never looked at. What only some strategies ask of operators is read where a queue has one of them.
 */
const stateStatement = `
  WITH free AS MATERIALIZED (
    SELECT user_id, idle_since FROM operators
    WHERE state = 'available' AND disconnected_at IS NULL AND NOT user_id = ANY ($2::uuid[])
  ), all_queues AS MATERIALIZED (
    SELECT q.*, CASE WHEN EXISTS (SELECT FROM queue_members m WHERE m.queue_id = q.id) THEN ARRAY(
      SELECT m.operator_id FROM queue_members m JOIN free f ON f.user_id = m.operator_id WHERE m.queue_id = q.id) END AS members
    FROM queues q
  ), staffed AS (
    SELECT q.*, o.id IS NOT NULL AS overflows, o.members AS overflow_members,
      coalesce(cardinality(q.members), (SELECT count(*) FROM free)) + CASE WHEN o.id IS NULL THEN 0
        ELSE coalesce(cardinality(o.members), (SELECT count(*) FROM free)) END AS free_count
    FROM all_queues q LEFT JOIN all_queues o ON o.id = q.overflow_queue_id
  ), served AS MATERIALIZED (
    SELECT * FROM staffed WHERE free_count > 0
  ), oldest AS (
    SELECT one.*, served.id AS queue_id FROM served CROSS JOIN LATERAL (
      SELECT id, created_at, sticky_operator_id FROM requests
      WHERE state = 'waiting' AND queue_id = served.id ORDER BY created_at, id
      LIMIT served.free_count + (
        SELECT count(DISTINCT request_id) FROM offer_exclusions
        WHERE until > $1 AND operator_id IN (SELECT user_id FROM free))) one
  ), asked AS MATERIALIZED (
    SELECT bool_or(strategy = 'round_robin') AS last_rung, bool_or(strategy = 'fewest_sessions') AS recent FROM served
  )
  SELECT
    (SELECT coalesce(json_agg(json_build_object('id', user_id, 'idleSince', idle_since,
       'lastRungAt', CASE WHEN asked.last_rung THEN (
         SELECT max(created_at) FROM offers o WHERE o.operator_id = free.user_id) END,
       'recentCount', CASE WHEN asked.recent THEN (
         SELECT count(*) FROM offers o WHERE o.operator_id = free.user_id AND o.created_at > $3 AND o.outcome = 'accepted')
         ELSE 0 END)), '[]') FROM free CROSS JOIN asked) AS free,
    (SELECT coalesce(json_agg(json_build_object('id', id, 'priority', priority, 'strategy', strategy, 'members', members,
       'overflow', CASE WHEN overflows THEN json_build_object('members', overflow_members,
         'afterSeconds', overflow_after_s) END)), '[]') FROM served) AS queues,
    (SELECT coalesce(json_agg(json_build_object('id', id, 'queueId', queue_id, 'createdAt', created_at,
       'stickyOperatorId', sticky_operator_id, 'refusals', (
       SELECT coalesce(json_agg(json_build_array(operator_id, until)), '[]')
       FROM offer_exclusions x WHERE x.request_id = oldest.id))), '[]') FROM oldest) AS waiting`;

/** What a decision needs and no more, in one statement: it stands between a request and its ring. */
export async function readRoutingState(
  tx: Tx<ContactCentreTables>,
  { now, busy }: { readonly now: Date; readonly busy: ReadonlySet<UserId> },
): Promise<RoutingState> {
  const [row] = await rowsOf<StateRow>(tx, stateStatement, [
    now.toISOString(),
    [...busy],
    later(now, -recentMs).toISOString(),
  ]);
  if (row === undefined) throw new Error("one row was asked for");
  const queues = new Map(row.queues.map((one) => [one.id, queueOf(one)]));
  return {
    now,
    free: row.free.map(freeOf),
    waiting: row.waiting.flatMap((one) => {
      const queue = queues.get(one.queueId);
      return queue === undefined ? [] : [waitingOf(one, queue)];
    }),
  };
}

const setOf = (members: readonly UserId[] | null): ReadonlySet<UserId> | null =>
  members && new Set(members);

const queueOf = ({ members, overflow, ...queue }: QueueRow): QueueView => ({
  ...queue,
  members: setOf(members),
  overflow: overflow && {
    members: setOf(overflow.members),
    afterMs: overflow.afterSeconds * 1000,
  },
});

const freeOf = ({
  idleSince,
  lastRungAt,
  ...operator
}: FreeRow): FreeOperatorView => ({
  ...operator,
  idleSince: new Date(idleSince),
  lastRungAt: lastRungAt === null ? null : new Date(lastRungAt),
});

const waitingOf = (
  { id, createdAt, stickyOperatorId, refusals }: WaitingRow,
  queue: QueueView,
): WaitingView => ({
  ...{ id, queue, stickyOperatorId },
  createdAt: new Date(createdAt),
  refusals: new Map(
    refusals.map(([operatorId, until]) => [operatorId, new Date(until)]),
  ),
});

/**
 * Takes the rows of the decided pairs. A row somebody else holds or has just changed is left out: whoever holds it
 * rings the router after their commit, so nothing waits here and nothing is forgotten.
 */
export async function takePairs(
  tx: Tx<ContactCentreTables>,
  decisions: readonly OfferDecision[],
): Promise<
  readonly {
    readonly decision: OfferDecision;
    readonly operator: OperatorRow;
  }[]
> {
  const operators = await heldOperators(tx, decisions);
  const requestIds = new Set(operators[0]?.requestIds);
  return decisions.flatMap((decision) => {
    const operator = operators.find(
      (one) => one.userId === decision.operatorId,
    );
    return operator !== undefined && requestIds.has(decision.requestId)
      ? [{ decision, operator }]
      : [];
  });
}

/** The operators' rows, each with all the requests that could be held. */
function heldOperators(
  tx: Tx<ContactCentreTables>,
  decisions: readonly OfferDecision[],
) {
  return tx
    .with("taken", (db) =>
      db
        .selectFrom("requests")
        .select("id")
        .where(
          "id",
          "in",
          decisions.map((decision) => decision.requestId),
        )
        .where("state", "=", "waiting")
        .orderBy("id")
        .forUpdate()
        .skipLocked(),
    )
    .selectFrom("operators")
    .selectAll("operators")
    .select((build) =>
      build
        .selectFrom("taken")
        .select((inner) => inner.fn<RequestId[]>("array_agg", ["id"]).as("ids"))
        .as("requestIds"),
    )
    .where(
      "userId",
      "in",
      decisions.map((decision) => decision.operatorId),
    )
    .where("state", "=", "available")
    .where("disconnectedAt", "is", null)
    .orderBy("userId")
    .forUpdate("operators")
    .skipLocked()
    .execute();
}
