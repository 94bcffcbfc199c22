import pg from "pg";
import { reportEndpoints, reportGroupings } from "@veche/contracts";
import {
  startWorld,
  waitUntil,
  type Person,
  type World,
} from "@veche/test-world";
import { embeddedConnection } from "../apps/server/src/platform/postgres/embedded-postgres.ts";
import { median, timed, type Figure } from "./figures.ts";

const sessionCount = 1_000_000;
const operatorCount = 300;
const timesEach = 5;

const dayMs = 86_400_000;
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
/** A year that ends today, whenever it is measured. */
const now = Date.now();
/** All but those that rest before they are added up. */
const daysOver = 356;
/** So many days they take, with 31 seconds from one to the next. */
const days = { from: dayOf(now - 359 * dayMs), to: dayOf(now) };

/** A year of a large contact centre: every tenth customer leaves, and every session is written down, and about every fourth is rated. */
const fill = [
  `INSERT INTO operators (user_id, name, state, requested_state, since, idle_since)
   SELECT md5('operator ' || n)::uuid, 'Operator ' || n, 'offline', 'offline', now(), now()
   FROM generate_series(0, ${operatorCount - 1}) n`,
  `INSERT INTO requests (id, conversation_id, queue_id, customer_id, customer_name, kind, origin, state, author_id, client_id,
     operator_id, operator_name, created_at, accepted_at, ended_at, end_reason)
   SELECT md5('request ' || n)::uuid, md5('conversation ' || n / 4)::uuid, (SELECT id FROM queues LIMIT 1),
     md5('customer ' || n / 4)::uuid, 'Customer', 'video', 'customer', 'ended', md5('customer ' || n / 4)::uuid,
     md5('client ' || n)::uuid,
     CASE WHEN n % 10 > 0 THEN md5('operator ' || n % ${operatorCount})::uuid END,
     CASE WHEN n % 10 > 0 THEN 'Operator ' || n % ${operatorCount} END,
     at, CASE WHEN n % 10 > 0 THEN at + make_interval(secs => n % 60) END, at + interval '5 minutes',
     CASE WHEN n % 10 > 0 THEN 'completed' ELSE 'abandoned' END
   FROM (SELECT n, timestamptz '${days.from}' + n * interval '31 seconds' AS at
     FROM generate_series(0, ${sessionCount - 1}) n) sessions`,
  `INSERT INTO wrap_up_times (request_id, since, until)
   SELECT id, ended_at, ended_at + interval '30 seconds' FROM requests WHERE accepted_at IS NOT NULL`,
  `INSERT INTO ratings (request_id, customer_id, operator_id, people, technology, comment, by_link, ended_at, given_at)
   SELECT id, customer_id, operator_id, 1 + extract(minute FROM created_at)::int % 5, 5, '', false, ended_at, ended_at
   FROM requests WHERE accepted_at IS NOT NULL AND extract(second FROM created_at)::int % 4 = 0`,
  "VACUUM ANALYZE requests",
  "VACUUM ANALYZE wrap_up_times",
  "VACUUM ANALYZE ratings",
];

/** What any report has to do at least: read the year and add up. */
const bareStatement = `
  SELECT operator_id, count(*), sum(accepted_at - created_at) FROM requests
  WHERE created_at >= '${days.from}' GROUP BY 1`;

/** Reports over a year of a million sessions through the whole product, beside a bare sum in the same run. */
export async function measureReports(): Promise<readonly Figure[]> {
  await using world = await startWorld({
    env: { RATE_LIMIT_FACTOR: "100000", LOG_LEVEL: "error" },
  });
  await inDatabase(world, async (client) => {
    for (const statement of fill) await client.query(statement);
  });
  // Days that are over are added up at a start, and every ten minutes.
  await world.server.stop();
  await world.server.start();
  return await inDatabase(world, (client) => measureIn(client, world));
}

async function inDatabase<Result>(
  world: World,
  act: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const { directory, user, database } = embeddedConnection(
    world.server.dataDir,
  );
  const client = new pg.Client({ host: directory, user, database });
  await client.connect();
  // Whatever fails, the world's database ends after its guest: its own word would hide what failed.
  try {
    await client.query("SET statement_timeout = 0");
    return await act(client);
  } finally {
    await client.end();
  }
}

async function measureIn(
  client: pg.Client,
  world: World,
): Promise<readonly Figure[]> {
  await waitUntil(
    "the days that are over to be added up",
    async () => {
      const { rowCount } = await client.query("SELECT FROM folded_days");
      return (rowCount ?? 0) >= daysOver;
    },
    { timeoutMs: 600_000, everyMs: 1000 },
  );
  const supervisor = await world.user("vera");
  const figures: Figure[] = [];
  for (const by of reportGroupings)
    figures.push(await measureBy(by, { client, supervisor }));
  return figures;
}

async function measureBy(
  by: (typeof reportGroupings)[number],
  {
    client,
    supervisor,
  }: { readonly client: pg.Client; readonly supervisor: Person },
): Promise<Figure> {
  const query = {
    ...days,
    ...{ timeZone: "Europe/Moscow", by, withinSeconds: 20 },
  };
  const product: number[] = [];
  const bare: number[] = [];
  for (let time = 0; time < timesEach; time += 1) {
    product.push(
      await timed(() => supervisor.call(reportEndpoints.getReport, { query })),
    );
    bare.push(await timed(() => client.query(bareStatement)));
  }
  return {
    name: `report of a year, ${sessionCount / 1_000_000} M sessions, by ${by}`,
    measured: `${median(product).toFixed(0)} ms`,
    against: `${median(bare).toFixed(0)} ms, a bare sum by operator`,
    ratio: median(product) / median(bare),
    goal: "≤ 1 s",
  };
}
