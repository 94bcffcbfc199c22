import pg from "pg";
import { expect, it } from "vitest";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../tests/database.ts";
import { AppError } from "../app-error.ts";
import { systemTimers } from "../timers.ts";
import { clientConfig } from "./connection.ts";
import { serverActor } from "./database.ts";
import { watchDatabase } from "./database-health.ts";

it("a database that cuts its lines is not ready, and ready again when it answers", async () => {
  await using world = await createTestDatabase();
  const { connection, log } = world;
  await using health = await watchDatabase({
    connection,
    log,
    timers: systemTimers,
  });
  expect(health.isReady()).toBe(true);

  const changes: boolean[] = [];
  const isBack = Promise.withResolvers<undefined>();
  health.onChange((isReady) => {
    changes.push(isReady);
    if (isReady) isBack.resolve(undefined);
  });
  await onCluster(
    world,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = $1 and application_name = 'veche health'`,
  );
  await isBack.promise;
  expect(changes).toEqual([false, true]);
});

it("work whose line is cut fails as unavailable, and the next work gets a new line", async () => {
  await using world = await createTestDatabase<{
    settings: { key: string };
  }>();
  const cut = world.database.transact(serverActor, async ({ tx }) => {
    await tx.selectFrom("settings").select("key").execute();
    await onCluster(
      world,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = $1 and application_name = 'veche'`,
    );
    await tx.selectFrom("settings").select("key").execute();
  });
  await expect(cut).rejects.toMatchObject({ code: "server.unavailable" });
  await expect(cut).rejects.toBeInstanceOf(AppError);

  const after = await world.database.transact(serverActor, ({ tx }) =>
    tx.selectFrom("settings").select("key").execute(),
  );
  expect(after).toEqual([]);
});

async function onCluster(
  { connection }: Pick<TestDatabase<unknown>, "connection">,
  statement: string,
): Promise<void> {
  const client = new pg.Client(
    clientConfig({ ...connection, database: "postgres" }),
  );
  await client.connect();
  await client.query(statement, [connection.database]);
  await client.end();
}
