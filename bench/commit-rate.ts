import pg from "pg";
import { embeddedConnection } from "../apps/server/src/platform/postgres/embedded-postgres.ts";

const connectionCount = 16;

/** PostgreSQL's own limit: single rows committed a second over 16 connections, on the server's own running cluster. */
export async function measureCommitRate(
  dataDir: string,
  durationMs: number,
): Promise<number> {
  const { directory, user, database } = embeddedConnection(dataDir);
  const clients = await Promise.all(
    Array.from({ length: connectionCount }, async () => {
      const client = new pg.Client({ host: directory, user, database });
      await client.connect();
      return client;
    }),
  );
  await clients[0]?.query(
    "CREATE TABLE IF NOT EXISTS bench_rows (id bigserial PRIMARY KEY, body text NOT NULL)",
  );
  const body = "x".repeat(200);
  const until = performance.now() + durationMs;
  let count = 0;
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < until) {
        await client.query({
          name: "bench",
          text: "INSERT INTO bench_rows (body) VALUES ($1)",
          values: [body],
        });
        count += 1;
      }
    }),
  );
  await Promise.all(clients.map((client) => client.end()));
  return (count * 1000) / durationMs;
}
