/** Clocks may be set back between two instants: then nothing passed. */
const msBetween = (from: string, to: string): string =>
  `greatest(extract(epoch FROM ${to} - ${from}) * 1000, 0)`;

/** Of what customers said of those sessions; `said` is the joined table. */
const ratingCounts = `,
    count(said.request_id) AS rated,
    count(said.people) AS "peopleRated",
    count(*) FILTER (WHERE said.people >= 4) AS satisfied,
    coalesce(sum(said.people), 0) AS "peopleSum",
    count(said.technology) AS "technologyRated",
    coalesce(sum(said.technology), 0) AS "technologySum"`;

/**
 * Counts over what customers asked for, by `groups` (expressions with their names). `requests` is a table or CTE with the columns of
 * requests; `withinSeconds` a parameter: a longer wait is not in time; `ratings`
 * a table of what was said by session: without it nothing is told of that. A session whose wrap-up goes on is not handled yet.
 */
export const countsBy = (
  groups: string,
  {
    requests,
    withinSeconds,
    ratings,
  }: {
    readonly requests: string;
    readonly withinSeconds: string;
    readonly ratings?: string;
  },
): string => `
  SELECT ${groups},
    count(*) AS offered,
    count(accepted_at) AS answered,
    count(*) FILTER (WHERE accepted_at IS NULL AND ended_at IS NOT NULL) AS abandoned,
    count(*) FILTER (WHERE accepted_at - created_at <= make_interval(secs => ${withinSeconds}::float8)) AS "answeredInTime",
    count(*) FILTER (WHERE is_handled) AS handled,
    coalesce(sum(${msBetween("created_at", "accepted_at")}), 0) AS "waitedMs",
    max(${msBetween("created_at", "coalesce(accepted_at, ended_at)")}) AS "longestWaitMs",
    coalesce(sum(${msBetween("accepted_at", "ended_at")}) FILTER (WHERE is_handled), 0) AS "servedMs",
    coalesce(sum(${msBetween("w.since", "w.until")}) FILTER (WHERE is_handled), 0) AS "wrapUpMs"${ratings === undefined ? "" : ratingCounts}
  FROM (
    SELECT *, accepted_at IS NOT NULL AND ended_at IS NOT NULL
      AND id NOT IN (SELECT wrap_up_request_id FROM operators WHERE wrap_up_request_id IS NOT NULL) AS is_handled
    FROM ${requests} WHERE origin = 'customer'
  ) asked LEFT JOIN wrap_up_times w ON w.request_id = asked.id
    ${ratings === undefined ? "" : `LEFT JOIN ${ratings} said ON said.request_id = asked.id`}
  GROUP BY 1`;
