/** Clocks may be set back between two instants: then nothing passed. Null while one of them is still to come. */
const between = (from: string, to: string): string =>
  `CASE WHEN ${to} < ${from} THEN interval '0' ELSE ${to} - ${from} END`;

/** Spans are added up as they are and become numbers once: a number for each of a million is what would take longest. */
const msOf = (span: string): string => `extract(epoch FROM ${span}) * 1000`;

const isHandled =
  "accepted_at IS NOT NULL AND ended_at IS NOT NULL AND writing.wrap_up_request_id IS NULL";

/** Of what customers said of those sessions; `said` is the joined table. */
const ratingSums = {
  rated: "count(said.request_id)",
  people_rated: "count(said.people)",
  satisfied: "count(*) FILTER (WHERE said.people >= 4)",
  people_sum: "coalesce(sum(said.people), 0)",
  technology_rated: "count(said.technology)",
  technology_sum: "coalesce(sum(said.technology), 0)",
} as const;

const noRatingSums = Object.fromEntries(
  Object.keys(ratingSums).map((name) => [name, "0"]),
);

const sums = {
  offered: "count(*)",
  answered: "count(accepted_at)",
  abandoned:
    "count(*) FILTER (WHERE accepted_at IS NULL AND ended_at IS NOT NULL)",
  handled: `count(*) FILTER (WHERE ${isHandled})`,
  waited: `coalesce(sum(${between("created_at", "accepted_at")}), interval '0')`,
  longest_wait: `max(${between("created_at", "coalesce(accepted_at, ended_at)")})`,
  served: `coalesce(sum(${between("accepted_at", "ended_at")}) FILTER (WHERE ${isHandled}), interval '0')`,
  wrapped_up: `coalesce(sum(${between("w.since", "w.until")}) FILTER (WHERE ${isHandled}), interval '0')`,
} as const;

const listed = (columns: Readonly<Record<string, string>>): string =>
  Object.entries(columns)
    .map(([name, expression]) => `${expression} AS ${name}`)
    .join(",\n    ");

/** How many waited no longer than so many seconds (an expression). */
const within = (seconds: string): string =>
  `count(*) FILTER (WHERE accepted_at - created_at <= make_interval(secs => ${seconds}::float8))`;

interface Counted {
  /** A table or CTE with the columns of requests. */
  readonly requests: string;
  /** A table of what was said by session; without it nothing is counted of that. */
  readonly ratings?: string;
  /** Thresholds in seconds (expressions) by the names of their columns. */
  readonly thresholds: Readonly<Record<string, string>>;
}

/**
 * Sums over what customers asked for, by `groups` (so many expressions with their names). A session whose wrap-up goes on is not
 * handled yet.
 */
export const sumsBy = (
  groups: readonly string[],
  { requests, ratings, thresholds }: Counted,
): string => `
  SELECT ${groups.join(", ")},
    ${listed(sums)},
    ${listed(Object.fromEntries(Object.entries(thresholds).map(([name, seconds]) => [name, within(seconds)])))},
    ${listed(ratings === undefined ? noRatingSums : ratingSums)}
  FROM ${requests} asked
    LEFT JOIN wrap_up_times w ON w.request_id = asked.id
    LEFT JOIN (SELECT DISTINCT wrap_up_request_id FROM operators) writing ON writing.wrap_up_request_id = asked.id
    ${ratings === undefined ? "" : `LEFT JOIN ${ratings} said ON said.request_id = asked.id`}
  WHERE origin = 'customer'
  GROUP BY ${groups.map((_, index) => index + 1).join(", ")}`;

/** The columns of sums, those of thresholds left out. */
export const sumColumns: readonly string[] = [
  ...Object.keys(sums),
  ...Object.keys(ratingSums),
];

/** Sums of sums: what several rows of them say together, by the first column, `group`; `inTime` is the column of the threshold. */
export const sumsOfSums = (
  from: string,
  { group, inTime }: { readonly group: string; readonly inTime: string },
): string => `
  SELECT ${group},
    ${sumColumns.map((name) => `${name === "longest_wait" ? "max" : "sum"}(${name}) AS ${name}`).join(", ")},
    sum(${inTime}) AS in_time
  FROM ${from} GROUP BY 1`;

/** Sums as the figures want them: times in milliseconds, and names as in TypeScript. */
export const countsOf = (from: string, group: string): string => `
  SELECT ${group}, offered, answered, abandoned, in_time AS "answeredInTime", handled,
    ${msOf("waited")} AS "waitedMs", ${msOf("longest_wait")} AS "longestWaitMs",
    ${msOf("served")} AS "servedMs", ${msOf("wrapped_up")} AS "wrapUpMs",
    rated, people_rated AS "peopleRated", satisfied, people_sum AS "peopleSum",
    technology_rated AS "technologyRated", technology_sum AS "technologySum"
  FROM ${from}`;

/**
 * Counts over what customers asked for, by one group (an expression with its name, and the name alone). `withinSeconds` is a
 * parameter: a longer wait is not in time.
 */
export const countsBy = (
  [expression, name]: readonly [string, string],
  {
    withinSeconds,
    ...counted
  }: Omit<Counted, "thresholds"> & { readonly withinSeconds: string },
): string =>
  countsOf(
    `(${sumsBy([`${expression} AS ${name}`], { ...counted, thresholds: { in_time: withinSeconds } })}) sums`,
    name,
  );
