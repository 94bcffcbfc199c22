import { sql } from "kysely";
import type { RequestId, UserId } from "@veche/contracts";
import type { Tx } from "../../../platform/db/database.ts";
import { rowsOf } from "../../../platform/db/statements.ts";
import type { OfferDecision, RoutingState } from "../domain/decide.ts";
import type { OperatorRow } from "./rows.ts";
import type { ContactCentreTables } from "./tables.ts";

/** One decision at a time in the whole installation, whichever node makes it; freed by the commit. */
export async function holdRouting(tx: Tx<ContactCentreTables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(7070, 1)`.execute(tx);
}

interface StateRow {
  readonly free: readonly { readonly id: UserId; readonly idleSince: string }[];
  readonly waiting: readonly {
    readonly id: RequestId;
    readonly createdAt: string;
    readonly refusals: readonly (readonly [UserId, string])[];
  }[];
}

/**
 * Every free operator, and as many of the oldest requests as could possibly be given to them. Each request beyond those
 * that some free operator refused lately uses up an operator, so more than `free + refused` are never looked at.
 */
const stateStatement = `
  WITH free AS MATERIALIZED (
    SELECT user_id, idle_since FROM operators
    WHERE state = 'available' AND disconnected_at IS NULL AND NOT user_id = ANY ($2::uuid[])
  ), oldest AS (
    SELECT id, created_at FROM requests WHERE state = 'waiting' ORDER BY created_at, id
    LIMIT CASE WHEN EXISTS (SELECT FROM free) THEN (SELECT count(*) FROM free) + (
      SELECT count(DISTINCT request_id) FROM offer_exclusions
      WHERE until > $1 AND operator_id IN (SELECT user_id FROM free)) ELSE 0 END
  )
  SELECT
    (SELECT coalesce(json_agg(json_build_object('id', user_id, 'idleSince', idle_since)), '[]') FROM free) AS free,
    (SELECT coalesce(json_agg(json_build_object('id', id, 'createdAt', created_at, 'refusals', (
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
  return {
    now,
    free: row.free.map(({ id, idleSince }) => ({
      id,
      idleSince: new Date(idleSince),
    })),
    waiting: row.waiting.map(({ id, createdAt, refusals }) => ({
      id,
      createdAt: new Date(createdAt),
      refusals: new Map(
        refusals.map(([operatorId, until]) => [operatorId, new Date(until)]),
      ),
    })),
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
