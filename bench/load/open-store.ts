import pg from "pg";
import { embeddedConnection } from "../../apps/server/src/platform/postgres/embedded-postgres.ts";

/** A connection of our own to the database that a server brought. */
export interface Store extends AsyncDisposable {
  readonly client: pg.Client;
}

export async function openStore(dataDir: string): Promise<Store> {
  const { directory, user, database } = embeddedConnection(dataDir);
  const client = new pg.Client({ host: directory, user, database });
  await client.connect();
  return { client, [Symbol.asyncDispose]: () => client.end() };
}
