import { Client, escapeIdentifier } from "pg";
import { clientConfig, type DatabaseConnection } from "../db/connection.ts";

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
  throw new Error(
    "This database can't compare Russian text: it must be created with encoding UTF8 and the builtin locale C.UTF-8 " +
      "(create database veche template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8').",
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
