import { sql } from "kysely";
import type { RequestId, UserId } from "@veche/contracts";
import type { Tx } from "../../../platform/db/database.ts";
import type {
  FreeOperatorView,
  OfferDecision,
  RoutingState,
  WaitingView,
} from "../domain/decide.ts";
import type { OperatorRow } from "./rows.ts";
import type { ContactCentreTables } from "./tables.ts";

/** One decision at a time in the whole installation, whichever node makes it; freed by the commit. */
export async function holdRouting(tx: Tx<ContactCentreTables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(7070, 1)`.execute(tx);
}

/**
 * What a decision needs and no more: every free operator, and as many of the oldest requests as could possibly be
 * given to them. Each request beyond those that some free operator refused lately uses up an operator, so more than
 * `free + refused` are never looked at.
 */
export async function readRoutingState(
  tx: Tx<ContactCentreTables>,
  { now, busy }: { readonly now: Date; readonly busy: ReadonlySet<UserId> },
): Promise<RoutingState> {
  const free = (await freeOperators(tx)).filter(
    (operator) => !busy.has(operator.id),
  );
  if (free.length === 0) return { now, waiting: [], free };
  const refusedCount = await countRefused(tx, {
    now,
    operatorIds: free.map((operator) => operator.id),
  });
  return {
    now,
    free,
    waiting: await oldestWaiting(tx, free.length + refusedCount),
  };
}

function freeOperators(
  tx: Tx<ContactCentreTables>,
): Promise<FreeOperatorView[]> {
  return tx
    .selectFrom("operators")
    .select(["userId as id", "idleSince"])
    .where("state", "=", "available")
    .where("disconnectedAt", "is", null)
    .orderBy("idleSince")
    .orderBy("userId")
    .execute();
}

async function countRefused(
  tx: Tx<ContactCentreTables>,
  {
    now,
    operatorIds,
  }: { readonly now: Date; readonly operatorIds: readonly UserId[] },
): Promise<number> {
  const row = await tx
    .selectFrom("offerExclusions")
    .select((build) =>
      build.fn.count<number>("requestId").distinct().as("count"),
    )
    .where("until", ">", now)
    .where("operatorId", "in", operatorIds)
    .executeTakeFirstOrThrow();
  return row.count;
}

async function oldestWaiting(
  tx: Tx<ContactCentreTables>,
  limit: number,
): Promise<readonly WaitingView[]> {
  const requests = await tx
    .selectFrom("requests")
    .select(["id", "createdAt"])
    .where("state", "=", "waiting")
    .orderBy("createdAt")
    .orderBy("id")
    .limit(limit)
    .execute();
  if (requests.length === 0) return [];
  const exclusions = await tx
    .selectFrom("offerExclusions")
    .selectAll()
    .where(
      "requestId",
      "in",
      requests.map((request) => request.id),
    )
    .execute();
  const refusals = new Map<RequestId, Map<UserId, Date>>(
    requests.map(({ id }) => [id, new Map()]),
  );
  for (const { requestId, operatorId, until } of exclusions)
    refusals.get(requestId)?.set(operatorId, until);
  return requests.map((request) => ({
    ...request,
    refusals: refusals.get(request.id) ?? new Map<UserId, Date>(),
  }));
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
  const requests = await tx
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
    .skipLocked()
    .execute();
  const operators = await tx
    .selectFrom("operators")
    .selectAll()
    .where(
      "userId",
      "in",
      decisions.map((decision) => decision.operatorId),
    )
    .where("state", "=", "available")
    .where("disconnectedAt", "is", null)
    .orderBy("userId")
    .forUpdate()
    .skipLocked()
    .execute();
  const requestIds = new Set(requests.map((request) => request.id));
  return decisions.flatMap((decision) => {
    const operator = operators.find(
      (one) => one.userId === decision.operatorId,
    );
    return operator !== undefined && requestIds.has(decision.requestId)
      ? [{ decision, operator }]
      : [];
  });
}
