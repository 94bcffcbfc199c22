import { sql } from "kysely";
import type { QueueId, RequestId, UserId } from "@veche/contracts";
import type { Tx } from "../../../platform/db/database.ts";
import { rowsOf } from "../../../platform/db/statements.ts";
import type {
  OfferDecision,
  QueueView,
  RoutingState,
} from "../domain/decide.ts";
import type { OperatorRow } from "./rows.ts";
import type { ContactCentreTables } from "./tables.ts";

/** One decision at a time in the whole installation, whichever node makes it; freed by the commit. */
export async function holdRouting(tx: Tx<ContactCentreTables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(7070, 1)`.execute(tx);
}

interface StateRow {
  readonly free: readonly { readonly id: UserId; readonly idleSince: string }[];
  readonly queues: readonly {
    readonly id: QueueId;
    readonly priority: number;
    /** Of those who are free. */
    readonly members: readonly UserId[] | null;
  }[];
  readonly waiting: readonly {
    readonly id: RequestId;
    readonly queueId: QueueId;
    readonly createdAt: string;
    readonly refusals: readonly (readonly [UserId, string])[];
  }[];
}

/**
 * Every free operator, the queues that any of them is rung for, and of each as many of the oldest requests as could possibly
 * be given to them. Each request beyond those that some free operator refused lately uses up an operator, so more than
 * `free + refused` are never looked at.
 */
const stateStatement = `
  WITH free AS MATERIALIZED (
    SELECT user_id, idle_since FROM operators
    WHERE state = 'available' AND disconnected_at IS NULL AND NOT user_id = ANY ($2::uuid[])
  ), all_queues AS (
    SELECT q.id, q.priority, EXISTS (SELECT FROM queue_members m WHERE m.queue_id = q.id) AS has_members, ARRAY(
      SELECT m.operator_id FROM queue_members m JOIN free f ON f.user_id = m.operator_id WHERE m.queue_id = q.id) AS members
    FROM queues q
  ), served AS MATERIALIZED (
    SELECT id, priority, has_members, members,
      CASE WHEN has_members THEN cardinality(members) ELSE (SELECT count(*) FROM free) END AS free_count
    FROM all_queues
  ), oldest AS (
    SELECT one.id, one.created_at, served.id AS queue_id FROM served CROSS JOIN LATERAL (
      SELECT id, created_at FROM requests WHERE state = 'waiting' AND queue_id = served.id ORDER BY created_at, id
      LIMIT served.free_count + (
        SELECT count(DISTINCT request_id) FROM offer_exclusions
        WHERE until > $1 AND operator_id IN (SELECT user_id FROM free))) one
    WHERE served.free_count > 0
  )
  SELECT
    (SELECT coalesce(json_agg(json_build_object('id', user_id, 'idleSince', idle_since)), '[]') FROM free) AS free,
    (SELECT coalesce(json_agg(json_build_object('id', id, 'priority', priority,
       'members', CASE WHEN has_members THEN members END)), '[]') FROM served WHERE free_count > 0) AS queues,
    (SELECT coalesce(json_agg(json_build_object('id', id, 'queueId', queue_id, 'createdAt', created_at, 'refusals', (
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
  ]);
  if (row === undefined) throw new Error("one row was asked for");
  const queues = new Map<QueueId, QueueView>(
    row.queues.map(({ id, priority, members }) => [
      id,
      { id, priority, members: members && new Set(members) },
    ]),
  );
  return {
    now,
    free: row.free.map(({ id, idleSince }) => ({
      id,
      idleSince: new Date(idleSince),
    })),
    waiting: row.waiting.flatMap(({ id, queueId, createdAt, refusals }) => {
      const queue = queues.get(queueId);
      return queue === undefined
        ? []
        : [
            {
              ...{ id, queue },
              createdAt: new Date(createdAt),
              refusals: new Map(
                refusals.map(([operatorId, until]) => [
                  operatorId,
                  new Date(until),
                ]),
              ),
            },
          ];
    }),
  };
}

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
