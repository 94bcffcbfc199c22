/** Clocks may be set back between two instants: then nothing passed. Null while one of them is still to come. */
const between = (from: string, to: string): string =>
  `CASE WHEN ${to} < ${from} THEN interval '0' ELSE ${to} - ${from} END`;

/** Spans are added up as they are and become numbers once: a number for each of a million is what would take longest. */
const msOf = (span: string): string => `extract(epoch FROM ${span}) * 1000`;

/** Of what customers said of those sessions; `said` is the joined table. */
const ratingCounts = `,
    count(said.request_id) AS rated,
    count(said.people) AS "peopleRated",
    count(*) FILTER (WHERE said.people >= 4) AS satisfied,
    coalesce(sum(said.people), 0) AS "peopleSum",
    count(said.technology) AS "technologyRated",
    coalesce(sum(said.technology), 0) AS "technologySum"`;

const isHandled =
  "accepted_at IS NOT NULL AND ended_at IS NOT NULL AND writing.wrap_up_request_id IS NULL";

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
    count(*) FILTER (WHERE ${isHandled}) AS handled,
    coalesce(${msOf(`sum(${between("created_at", "accepted_at")})`)}, 0) AS "waitedMs",
    ${msOf(`max(${between("created_at", "coalesce(accepted_at, ended_at)")})`)} AS "longestWaitMs",
    coalesce(${msOf(`sum(${between("accepted_at", "ended_at")}) FILTER (WHERE ${isHandled})`)}, 0) AS "servedMs",
    coalesce(${msOf(`sum(${between("w.since", "w.until")}) FILTER (WHERE ${isHandled})`)}, 0) AS "wrapUpMs"${ratings === undefined ? "" : ratingCounts}
  FROM ${requests} asked
    LEFT JOIN wrap_up_times w ON w.request_id = asked.id
    LEFT JOIN (SELECT DISTINCT wrap_up_request_id FROM operators) writing ON writing.wrap_up_request_id = asked.id
    ${ratings === undefined ? "" : `LEFT JOIN ${ratings} said ON said.request_id = asked.id`}
  WHERE origin = 'customer'
  GROUP BY 1`;
