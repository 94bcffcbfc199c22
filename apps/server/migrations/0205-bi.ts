import { sql, type Kysely } from "kysely";

/**
 * What analysts read (B33): views in a schema of their own, without customers' names and without words that were said. Every row
 * knows when its request came in. Names are operators'.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // An outside PostgreSQL may have it already, where the user may not create any.
  await sql`CREATE SCHEMA IF NOT EXISTS bi`.execute(db);
  await viewSessions(db);
  await viewOffers(db);
  await viewTurns(db);
  await viewWrapUps(db);
  await viewRatings(db);
  await viewCallQuality(db);
  await viewDays(db);
  // Rows are read by the days in which requests came in, whatever became of them.
  await sql`CREATE INDEX requests_by_creation ON requests (created_at)`.execute(
    db,
  );
  await letAnalystsRead(db);
}

/** Clocks may be set back between two instants: then nothing passed. Null while one of them is still to come. */
const seconds = (from: string, until: string) =>
  sql.raw(
    `CASE WHEN ${until} < ${from} THEN 0 ELSE date_part('epoch', ${until} - ${from}) END`,
  );

async function viewSessions(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE VIEW bi.sessions AS
    SELECT r.id AS request_id, r.created_at AS requested_at, r.accepted_at, r.ended_at, r.queue_id, q.name AS queue, r.kind, r.origin,
      CASE WHEN r.accepted_at IS NOT NULL THEN 'answered' WHEN r.ended_at IS NOT NULL THEN 'abandoned' ELSE 'waiting' END AS result,
      r.end_reason, r.operator_id, r.operator_name AS operator,
      ${seconds("r.created_at", "coalesce(r.accepted_at, r.ended_at)")} AS wait_seconds,
      ${seconds("r.accepted_at", "r.ended_at")} AS session_seconds,
      (r.held_ms / 1000.0)::float8 AS hold_seconds,
      ${seconds("w.since", "w.until")} AS wrap_up_seconds,
      h.is_handled,
      CASE WHEN h.is_handled THEN ${seconds("r.accepted_at", "r.ended_at")}
        + coalesce(${seconds("w.since", "w.until")}, 0) END AS handle_seconds,
      (SELECT count(*)::integer FROM offers o WHERE o.request_id = r.id) AS offer_count,
      (SELECT count(*)::integer FROM transfers t WHERE t.request_id = r.id AND t.outcome = 'taken_over') AS transfer_count,
      s.people AS people_rating, s.technology AS technology_rating
    FROM requests r
    JOIN queues q ON q.id = r.queue_id
    LEFT JOIN wrap_up_times w ON w.request_id = r.id
    LEFT JOIN ratings s ON s.request_id = r.id
    LEFT JOIN (SELECT DISTINCT wrap_up_request_id FROM operators) writing ON writing.wrap_up_request_id = r.id
    CROSS JOIN LATERAL (
      SELECT r.accepted_at IS NOT NULL AND r.ended_at IS NOT NULL AND writing.wrap_up_request_id IS NULL AS is_handled) h`.execute(
    db,
  );
}

async function viewOffers(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE VIEW bi.offers AS
    SELECT o.id AS offer_id, o.request_id, r.created_at AS requested_at, q.name AS queue, r.kind, o.operator_id,
      o.operator_name AS operator, o.created_at AS offered_at, o.closed_at, o.outcome,
      ${seconds("o.created_at", "o.closed_at")} AS ring_seconds,
      o.candidate_count, (o.idle_ms / 1000.0)::float8 AS idle_seconds
    FROM offers o
    JOIN requests r ON r.id = o.request_id
    JOIN queues q ON q.id = r.queue_id`.execute(db);
}

/** By the rules of the history: a hand-over that was taken back, or that ended with the session, is no turn. */
async function viewTurns(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE VIEW bi.turns AS
    SELECT r.id AS request_id, r.created_at AS requested_at, q.name AS queue, r.kind, turn.operator_id, turn.operator, turn.since,
      turn.until, ${seconds("turn.since", "turn.until")} AS turn_seconds, turn.ending
    FROM requests r
    JOIN queues q ON q.id = r.queue_id
    CROSS JOIN LATERAL (
      SELECT t.from_operator_id AS operator_id, t.from_operator_name AS operator, t.served_since AS since, t.left_at AS until,
        CASE WHEN t.is_taken THEN 'taken' ELSE 'handed_over' END AS ending
      FROM transfers t
      WHERE t.request_id = r.id AND t.left_at IS NOT NULL
        AND (t.outcome IS DISTINCT FROM 'ended' OR t.from_operator_id IS DISTINCT FROM r.operator_id)
      UNION ALL
      SELECT r.operator_id, r.operator_name, coalesce((
        SELECT max(t.closed_at) FROM transfers t
        WHERE t.request_id = r.id AND t.left_at IS NOT NULL AND t.outcome = 'taken_over'), r.accepted_at), r.ended_at,
        CASE WHEN r.ended_at IS NOT NULL THEN 'ended' END
      WHERE r.operator_id IS NOT NULL AND r.accepted_at IS NOT NULL) turn`.execute(
    db,
  );
}

/** Outcomes are the company's list; until it keeps one, those that every installation begins with. */
async function viewWrapUps(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE VIEW bi.wrap_ups AS
    WITH kept AS (SELECT value FROM settings WHERE key = 'contact_centre.wrap_up'),
    outcomes AS (
      SELECT (one ->> 'id')::uuid AS id, one ->> 'ru' AS ru, one ->> 'en' AS en
      FROM kept CROSS JOIN LATERAL jsonb_array_elements(kept.value -> 'outcomes') AS one
      UNION ALL
      SELECT first.id::uuid, first.ru, first.en FROM (VALUES
        ('00000000-0000-7000-8000-000000000101', 'Вопрос решён', 'Resolved'),
        ('00000000-0000-7000-8000-000000000102', 'Нужно продолжение', 'Needs follow-up'),
        ('00000000-0000-7000-8000-000000000103', 'Передано коллегам', 'Passed to colleagues'),
        ('00000000-0000-7000-8000-000000000104', 'Не решено', 'Not resolved')) AS first (id, ru, en)
      WHERE NOT EXISTS (SELECT FROM kept))
    SELECT r.id AS request_id, r.created_at AS requested_at, q.name AS queue, r.kind,
      coalesce(u.operator_id, r.operator_id) AS operator_id, coalesce(o.name, r.operator_name) AS operator,
      w.since, w.until, ${seconds("w.since", "w.until")} AS wrap_up_seconds,
      u.outcome_id, c.ru AS outcome_ru, c.en AS outcome_en, u.follow_up_due_on
    FROM requests r
    JOIN queues q ON q.id = r.queue_id
    LEFT JOIN wrap_up_times w ON w.request_id = r.id
    LEFT JOIN wrap_ups u ON u.request_id = r.id
    LEFT JOIN operators o ON o.user_id = u.operator_id
    LEFT JOIN outcomes c ON c.id = u.outcome_id
    WHERE w.request_id IS NOT NULL OR u.request_id IS NOT NULL`.execute(db);
}

async function viewRatings(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE VIEW bi.ratings AS
    SELECT s.request_id, r.created_at AS requested_at, q.name AS queue, r.kind, s.operator_id, o.name AS operator, s.people, s.technology,
      s.by_link, s.ended_at, s.given_at
    FROM ratings s
    JOIN requests r ON r.id = s.request_id
    JOIN queues q ON q.id = r.queue_id
    LEFT JOIN operators o ON o.user_id = s.operator_id`.execute(db);
}

async function viewCallQuality(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE VIEW bi.call_quality AS
    SELECT c.id AS call_id, c.request_id, r.created_at AS requested_at, q.name AS queue, c.media,
      CASE p.kind WHEN 'user' THEN 'operator' ELSE p.kind END AS side, o.name AS operator,
      v.level, v.reason, v.path, v.troubled_ratio::float8 AS troubled_share, v.step
    FROM call_verdicts v
    JOIN calls c ON c.id = v.call_id
    JOIN requests r ON r.id = c.request_id
    JOIN queues q ON q.id = r.queue_id
    JOIN call_participants p ON p.call_id = v.call_id AND p.principal_id = v.principal_id
    LEFT JOIN operators o ON o.user_id = v.principal_id`.execute(db);
}

/** By the clocks of the connection's time zone. Calls that operators made are no part of it. */
async function viewDays(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE VIEW bi.days AS
    SELECT (requested_at)::date AS day, queue_id, queue,
      count(*)::integer AS offered,
      count(accepted_at)::integer AS answered,
      (count(*) FILTER (WHERE result = 'abandoned'))::integer AS abandoned,
      (count(*) FILTER (WHERE accepted_at - requested_at <= interval '20 seconds'))::integer AS answered_within_20_s,
      (count(*) FILTER (WHERE is_handled))::integer AS handled,
      (count(*) FILTER (WHERE result = 'abandoned'))::float8 / count(*) AS abandoned_share,
      (count(*) FILTER (WHERE accepted_at - requested_at <= interval '20 seconds'))::float8
        / nullif(count(accepted_at), 0) AS service_level_20_s,
      avg(wait_seconds) FILTER (WHERE accepted_at IS NOT NULL) AS mean_wait_seconds,
      max(wait_seconds) AS longest_wait_seconds,
      avg(handle_seconds) AS mean_handle_seconds,
      sum(wrap_up_seconds) FILTER (WHERE is_handled) / nullif(count(*) FILTER (WHERE is_handled), 0) AS mean_wrap_up_seconds,
      count(coalesce(people_rating, technology_rating))::integer AS rated,
      (count(*) FILTER (WHERE people_rating >= 4))::float8 / nullif(count(people_rating), 0) AS satisfied_share,
      avg(people_rating)::float8 AS mean_people_rating,
      avg(technology_rating)::float8 AS mean_technology_rating
    FROM bi.sessions
    WHERE origin = 'customer'
    GROUP BY 1, 2, 3`.execute(db);
}

/** Without the right to create roles the views are there all the same; whoever may create one runs the same lines. */
async function letAnalystsRead(db: Kysely<unknown>): Promise<void> {
  await sql`
    DO $$
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'veche_bi') THEN
        BEGIN
          CREATE ROLE veche_bi NOLOGIN;
        EXCEPTION
          WHEN insufficient_privilege THEN RETURN;
          -- Another installation of the same cluster came first.
          WHEN duplicate_object OR unique_violation THEN NULL;
        END;
      END IF;
      GRANT USAGE ON SCHEMA bi TO veche_bi;
      GRANT SELECT ON ALL TABLES IN SCHEMA bi TO veche_bi;
    END $$`.execute(db);
}
