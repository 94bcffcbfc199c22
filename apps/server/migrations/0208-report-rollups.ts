import { sql, type Kysely } from "kysely";

/** What is counted of requests; spans stay intervals, so that nothing is lost by rounding. */
const counters = `
  offered int NOT NULL, answered int NOT NULL, abandoned int NOT NULL, handled int NOT NULL,
  within_10 int NOT NULL, within_20 int NOT NULL, within_30 int NOT NULL, within_60 int NOT NULL, within_120 int NOT NULL,
  waited interval NOT NULL, longest_wait interval, served interval NOT NULL, wrapped_up interval NOT NULL,
  rated int NOT NULL, people_rated int NOT NULL, satisfied int NOT NULL, people_sum int NOT NULL,
  technology_rated int NOT NULL, technology_sum int NOT NULL`;

/** Each of them tells the days whose requests changed a day or more after they came in. */
const sources = [
  ["requests", "SELECT created_at FROM changed"],
  [
    "wrap_up_times",
    "SELECT r.created_at FROM changed c JOIN requests r ON r.id = c.request_id",
  ],
  [
    "ratings",
    "SELECT r.created_at FROM changed c JOIN requests r ON r.id = c.request_id",
  ],
] as const;

/** Reports over long spans read what was counted of days that are over, and count the others. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    `CREATE TABLE request_quarters (
      day date NOT NULL, quarter timestamptz NOT NULL, queue_id uuid NOT NULL, ${counters},
      PRIMARY KEY (day, quarter, queue_id))`,
    `CREATE TABLE request_operator_days (
      day date NOT NULL, operator_id uuid, ${counters}, UNIQUE NULLS NOT DISTINCT (day, operator_id))`,
    `CREATE TABLE folded_days (day date PRIMARY KEY)`,
    // Only ever added to: whoever changes a request must not wait for another who changes one of that day.
    `CREATE TABLE changed_days (day date NOT NULL)`,
    `CREATE INDEX changed_days_by_day ON changed_days (day)`,
  ])
    await sql.raw(statement).execute(db);
  for (const [table, moments] of sources) {
    await sql
      .raw(
        `CREATE FUNCTION note_changed_days_of_${table}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO changed_days
          SELECT DISTINCT (created_at AT TIME ZONE 'UTC')::date FROM (${moments}) moments
          WHERE created_at < now() - interval '1 day';
          RETURN NULL;
        END $$`,
      )
      .execute(db);
    for (const [event, rows] of [
      ["INSERT", "NEW"],
      ["UPDATE", "NEW"],
      ["DELETE", "OLD"],
    ] as const)
      await sql
        .raw(
          `CREATE TRIGGER ${table}_${event.toLowerCase()}_changes_days AFTER ${event} ON ${table}
          REFERENCING ${rows} TABLE AS changed
          FOR EACH STATEMENT EXECUTE FUNCTION note_changed_days_of_${table}()`,
        )
        .execute(db);
  }
}
