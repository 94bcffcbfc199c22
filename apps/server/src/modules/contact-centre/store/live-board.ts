import type {
  LiveNow,
  LiveOperator,
  LiveQueue,
  LiveSession,
} from "@veche/contracts";
import type { Db } from "../../../platform/db/database.ts";
import { rowsOf } from "../../../platform/db/statements.ts";
import {
  figuresOf,
  type HourCounts,
  type RequestCounts,
} from "../domain/day-figures.ts";
import { mayServe } from "./queues.ts";
import { countsBy } from "./request-counts.ts";
import type { ContactCentreTables } from "./tables.ts";

interface Asked {
  /** When the day began. */
  readonly since: Date;
  readonly withinSeconds: number;
}

interface Read {
  readonly now: LiveNow;
  readonly queues: readonly LiveQueue[];
  /** Only hours in which somebody asked. */
  readonly hours: readonly HourCounts[];
}

/**
 * The requests that came in since $1. In two halves, so that each has its index: that of the history for those that are over,
 * and one of the open ones, which are few.
 */
const today = `
  SELECT id, queue_id, origin, operator_id, created_at, accepted_at, ended_at, end_reason
  FROM requests WHERE state = 'ended' AND created_at >= $1::timestamptz
  UNION ALL
  SELECT id, queue_id, origin, operator_id, created_at, accepted_at, ended_at, end_reason
  FROM requests WHERE state <> 'ended' AND created_at >= $1::timestamptz`;

/** By the hour of the day. */
const hours = countsBy(
  [
    "floor(extract(epoch FROM created_at - $1::timestamptz) / 3600)::int",
    "hour",
  ],
  { requests: "today", withinSeconds: "$2" },
);

/** By the queue they stand in now. */
const byQueue = countsBy(["queue_id", `"queueId"`], {
  requests: "today",
  withinSeconds: "$2",
});

/**
 * Who took part in which session of today; a customer who did not take an operator's call was not served. OFFSET 0 keeps the
 * planner from reading the transfers of all days at once.
 */
const served = `
  SELECT operator_id, count(*) AS count FROM (
    SELECT id, operator_id FROM today
    WHERE accepted_at IS NOT NULL AND operator_id IS NOT NULL
      AND coalesce(end_reason, '') NOT IN ('unanswered', 'declined')
    UNION
    SELECT today.id, t.from_operator_id FROM today CROSS JOIN LATERAL (
      SELECT from_operator_id FROM transfers
      WHERE request_id = today.id AND left_at IS NOT NULL OFFSET 0) t
  ) turns GROUP BY operator_id`;

/** Customers whom nobody serves. One who was left by their operator waits since then. */
const queue = `
  SELECT r.queue_id, r.state, coalesce(t.left_at, r.created_at) AS since
  FROM requests r LEFT JOIN transfers t ON t.id = r.transfer_id
  WHERE r.state IN ('waiting', 'offered') AND r.operator_id IS NULL`;

/** Operators with the customer they serve, are rung for, or write down. */
const people = `
  SELECT o.user_id AS "operatorId", o.name, o.state, o.break_reason AS "breakReason", o.since,
    coalesce(s.customer_name, f.customer_name, w.customer_name) AS "customerName",
    CASE WHEN s.id IS NULL THEN NULL ELSE json_build_object('requestId', s.id, 'kind', s.kind, 'heldAt', s.held_at, 'help',
      CASE WHEN s.help_asked_at IS NULL THEN NULL
      ELSE json_build_object('words', s.help_words, 'since', s.help_asked_at) END) END AS session,
    coalesce(served.count, 0) AS "servedCount"
  FROM operators o
  LEFT JOIN served ON served.operator_id = o.user_id
  LEFT JOIN requests s ON s.operator_id = o.user_id AND s.state <> 'ended'
  LEFT JOIN offers x ON x.operator_id = o.user_id AND x.outcome IS NULL
  LEFT JOIN requests f ON f.id = x.request_id
  LEFT JOIN requests w ON w.id = o.wrap_up_request_id
  WHERE o.state <> 'offline' OR served.count > 0`;

/** Each queue with who waits there, who could be rung for it, and what became of its requests. */
const eachQueue = `
  SELECT q.id AS "queueId", q.name, coalesce(w.count, 0) AS "waitingCount", w.since AS "waitingSince",
    coalesce(w.ringing, 0) AS "ringingCount", row_to_json(c) AS counts,
    (SELECT count(*) FROM operators o WHERE o.state = 'available' AND ${mayServe("q")}) AS "availableCount"
  FROM queues q
  LEFT JOIN (SELECT queue_id, count(*), min(since) AS since, count(*) FILTER (WHERE state = 'offered') AS ringing
    FROM queue GROUP BY queue_id) w ON w.queue_id = q.id
  LEFT JOIN by_queue c ON c."queueId" = q.id
  WHERE q.archived_at IS NULL OR w.count > 0 OR c.offered > 0`;

/** One statement: whoever is served in it does not wait in it too. */
const boardStatement = `
  WITH today AS MATERIALIZED (${today}), served AS MATERIALIZED (${served}), queue AS MATERIALIZED (${queue}),
  hours AS (${hours}), by_queue AS (${byQueue}), each_queue AS (${eachQueue}), people AS (${people}), sessions AS (
    SELECT count(*) FILTER (WHERE kind <> 'chat') AS calls, count(*) FILTER (WHERE kind = 'chat') AS chats
    FROM requests WHERE state <> 'ended' AND operator_id IS NOT NULL)
  SELECT
    (SELECT coalesce(json_agg(hours ORDER BY hour), '[]') FROM hours) AS hours,
    (SELECT coalesce(json_agg(people ORDER BY name, "operatorId"), '[]') FROM people) AS operators,
    (SELECT coalesce(json_agg(each_queue ORDER BY name, "queueId"), '[]') FROM each_queue) AS queues,
    (SELECT json_build_object('waiting', count(*), 'since', min(since),
      'ringing', count(*) FILTER (WHERE state = 'offered')) FROM queue) AS queue,
    (SELECT row_to_json(sessions) FROM sessions) AS sessions,
    (SELECT count(*)::int FROM operators) AS everybody`;

interface QueueRow extends Omit<LiveQueue, "figures"> {
  /** Null: nobody asked today. */
  readonly counts: RequestCounts | null;
}

interface BoardRow {
  readonly hours: readonly HourCounts[];
  readonly operators: readonly LiveOperator[];
  readonly queues: readonly QueueRow[];
  readonly queue: {
    readonly waiting: number;
    readonly since: string | null;
    readonly ringing: number;
  };
  readonly sessions: { readonly calls: number; readonly chats: number };
  readonly everybody: number;
}

/** Everything the live board shows of this module's tables, of one snapshot. */
export async function readLiveBoard(
  db: Db<ContactCentreTables>,
  { since, withinSeconds }: Asked,
): Promise<Read> {
  const [row] = await rowsOf<BoardRow>(db, boardStatement, [
    since.toISOString(),
    withinSeconds,
  ]);
  if (row === undefined) throw new Error("one row was asked for");
  const { hours: counts, operators, queue: waiting, sessions } = row;
  return {
    hours: counts,
    queues: row.queues.map(queueOf),
    now: {
      waitingCount: waiting.waiting,
      waitingSince: waiting.since && instant(waiting.since),
      ringingCount: waiting.ringing,
      callCount: sessions.calls,
      chatCount: sessions.chats,
      operators: operators.map((one) => ({
        ...one,
        since: instant(one.since),
        session: one.session && sessionOf(one.session),
      })),
      restCount: row.everybody - operators.length,
    },
  };
}

const queueOf = ({ counts, ...now }: QueueRow): LiveQueue => ({
  ...now,
  waitingSince: now.waitingSince && instant(now.waitingSince),
  figures: figuresOf(counts === null ? [] : [counts]),
});

const sessionOf = ({ heldAt, help, ...session }: LiveSession): LiveSession => ({
  ...session,
  heldAt: heldAt && instant(heldAt),
  help: help && { ...help, since: instant(help.since) },
});

/** PostgreSQL writes instants into JSON in the zone of its session. */
const instant = (at: string): string => new Date(at).toISOString();
