import type {
  PeopleScore,
  RatingFields,
  RatingSummary,
  RequestId,
} from "@veche/contracts";
import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { RatingRow, RatingsTables } from "./tables.ts";

/** False when the session was rated already, by a command that came first. */
export async function insertRating(
  tx: Tx<RatingsTables>,
  row: RatingRow,
): Promise<boolean> {
  const result = await tx
    .insertInto("ratings")
    .values(row)
    .onConflict((conflict) => conflict.column("requestId").doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Holds the rating until the commit. */
export function lockRating(
  tx: Tx<RatingsTables>,
  requestId: RequestId,
): Promise<RatingRow> {
  return tx
    .selectFrom("ratings")
    .selectAll()
    .where("requestId", "=", requestId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function saveRating(
  tx: Tx<RatingsTables>,
  requestId: RequestId,
  fields: RatingFields,
): Promise<void> {
  await tx
    .updateTable("ratings")
    .set(fields)
    .where("requestId", "=", requestId)
    .execute();
}

export function ratingsNamed(
  db: Db<RatingsTables>,
  requestIds: readonly RequestId[],
): Promise<readonly RatingRow[]> {
  return db
    .selectFrom("ratings")
    .selectAll()
    .where("requestId", "in", requestIds)
    .execute();
}

/** Counts of the sessions that ended since then. */
export async function countRatings(
  db: Db<RatingsTables>,
  since: Date,
): Promise<Omit<RatingSummary, "servedCount">> {
  const row = await db
    .selectFrom("ratings")
    .where("endedAt", ">=", since)
    .select(({ fn, eb }) => [
      fn.countAll<number>().as("rated"),
      fn.count<number>("people").as("people"),
      fn.count<number>("technology").as("technology"),
      fn
        .countAll<number>()
        .filterWhere(eb("people", ">=", 4))
        .as("pleased"),
      fn
        .countAll<number>()
        .filterWhere(eb("technology", ">=", 4))
        .as("smooth"),
    ])
    .executeTakeFirstOrThrow();
  return {
    ratedCount: row.rated,
    people: { count: row.people, satisfiedCount: row.pleased },
    technology: { count: row.technology, satisfiedCount: row.smooth },
  };
}

/** What was said by session, for statements of others that add up over many. */
export const ratingsBySession =
  "(SELECT request_id, people, technology FROM ratings)";

/** How many spoke of the people in the sessions that ended since then, and the mean of what they said. */
export function peopleSince(
  db: Db<RatingsTables>,
  since: Date,
): Promise<PeopleScore> {
  return db
    .selectFrom("ratings")
    .where("endedAt", ">=", since)
    .where("people", "is not", null)
    .select(({ fn }) => [
      fn.countAll<number>().as("count"),
      sql<number | null>`avg(people)::float8`.as("mean"),
    ])
    .executeTakeFirstOrThrow();
}
