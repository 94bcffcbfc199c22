import pg from "pg";
import type { World } from "@veche/test-world";
import { clientConfig } from "@veche/server/src/platform/db/connection.ts";
import { foldersOf } from "@veche/server/src/platform/postgres/folders.ts";

/** A connection of our own to the world's database, past the server. */
export async function openDatabase({
  server,
}: Pick<World, "server">): Promise<pg.Client> {
  const client = new pg.Client(
    clientConfig({
      kind: "socket",
      directory: foldersOf(server.dataDir).socket,
      user: "veche",
      database: "veche",
    }),
  );
  await client.connect();
  return client;
}
