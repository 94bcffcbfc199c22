import { Client, escapeIdentifier } from "pg";
import { clientConfig, type DatabaseConnection } from "../db/connection.ts";
import { StartRefusedError } from "../start-refused-error.ts";

/** Creates our database in a fresh cluster and makes sure that it speaks Russian. */
export async function prepareDatabase(
  connection: Extract<DatabaseConnection, { kind: "socket" }>,
): Promise<void> {
  await withClient({ ...connection, database: "postgres" }, async (client) => {
    const { rowCount } = await client.query(
      "select from pg_database where datname = $1",
      [connection.database],
    );
    if (rowCount === 0)
      await client.query(
        `create database ${escapeIdentifier(connection.database)}`,
      );
  });
  await withClient(connection, assertLocale);
}

/** Makes sure that a PostgreSQL of the company's own is one that we can work on. */
export async function checkDatabase(
  connection: DatabaseConnection,
): Promise<void> {
  await withClient(connection, async (client) => {
    await assertVersion(client);
    await assertLocale(client);
  });
}

const oldestVersion = 150_000;

async function assertVersion(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: string; number: number }>(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int as number`,
  );
  const [server] = rows;
  if (server === undefined || server.number >= oldestVersion) return;
  throw new StartRefusedError(
    `DATABASE_URL leads to PostgreSQL ${server.version}, and 15 or newer is needed: upgrade it, or unset DATABASE_URL to use the one that the server brings along.`,
  );
}

/** Search is wrong without a word where lower() and trigrams leave Cyrillic alone; better not to start. */
async function assertLocale(client: Client): Promise<void> {
  await client.query("create extension if not exists pg_trgm");
  const { rows } = await client.query<{
    isLowered: boolean;
    isSimilar: boolean;
  }>(
    `select lower('ПРИВЕТ') = 'привет' as "isLowered", similarity('привет мир', 'привет мри') > 0.5 as "isSimilar"`,
  );
  if (rows[0]?.isLowered === true && rows[0].isSimilar) return;
  throw new StartRefusedError(
    "This database can't compare Russian text: it must be created with encoding UTF8 and the locale C.UTF-8 " +
      "(create database veche template template0 encoding 'UTF8' locale_provider libc locale 'C.UTF-8').",
  );
}

async function withClient(
  connection: DatabaseConnection,
  work: (client: Client) => Promise<void>,
): Promise<void> {
  const client = new Client(clientConfig(connection));
  client.on("error", () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
