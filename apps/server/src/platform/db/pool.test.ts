import { sql } from "kysely";
import { expect, it } from "vitest";
import { createTestDatabase } from "../../../tests/database.ts";
import { createLog } from "../log.ts";
import { createEventBus } from "../event-bus.ts";
import { createDatabase } from "./create-database.ts";
import { serverActor } from "./database.ts";

const unavailable = { code: "server.unavailable" };

it("more callers than may wait for a connection are refused at once", async () => {
  await using world = await createTestDatabase({
    limits: { maxConnections: 1, maxWaiting: 1 },
  });
  const { transact } = world.database;
  const release = Promise.withResolvers<undefined>();
  const holding = Promise.withResolvers<undefined>();
  const first = transact(serverActor, async () => {
    holding.resolve(undefined);
    await release.promise;
    return "first";
  });
  await holding.promise;
  const second = transact(serverActor, async () => "second");
  await expect(
    transact(serverActor, async () => "third"),
  ).rejects.toMatchObject(unavailable);
  release.resolve(undefined);
  expect(await Promise.all([first, second])).toEqual(["first", "second"]);
});

it("a caller that waits too long for a connection is refused", async () => {
  await using world = await createTestDatabase({
    // Long enough for the first one to be connected, on a crowded machine too.
    limits: { maxConnections: 1, waitMs: 3_000 },
  });
  const { transact } = world.database;
  const release = Promise.withResolvers<undefined>();
  const holding = Promise.withResolvers<undefined>();
  const first = transact(serverActor, async () => {
    holding.resolve(undefined);
    await release.promise;
  });
  await holding.promise;
  await expect(transact(serverActor, async () => "late")).rejects.toMatchObject(
    unavailable,
  );
  release.resolve(undefined);
  await first;
});

it("a statement that takes too long is refused", async () => {
  await using world = await createTestDatabase({
    limits: { statementTimeoutMs: 150 },
  });
  await expect(
    sql`select pg_sleep(10)`.execute(world.database.db),
  ).rejects.toMatchObject(unavailable);
});

it("a statement that waits too long for a lock is refused", async () => {
  await using world = await createTestDatabase({
    limits: { lockTimeoutMs: 50 },
  });
  const { db, transact } = world.database;
  const release = Promise.withResolvers<undefined>();
  const locked = Promise.withResolvers<undefined>();
  const holder = transact(serverActor, async ({ tx }) => {
    await sql`lock table settings`.execute(tx);
    locked.resolve(undefined);
    await release.promise;
  });
  await locked.promise;
  await expect(sql`select * from settings`.execute(db)).rejects.toMatchObject(
    unavailable,
  );
  release.resolve(undefined);
  await holder;
});

it("a database that is not there is unavailable", async () => {
  const log = createLog({ level: "silent", isPretty: false });
  await using database = createDatabase({
    connection: {
      kind: "socket",
      directory: "/nonexistent",
      user: "veche",
      database: "veche",
    },
    bus: createEventBus({ log }),
    log,
  });
  await expect(sql`select 1`.execute(database.db)).rejects.toMatchObject(
    unavailable,
  );
});

it("a mistake of ours stays what it is", async () => {
  await using world = await createTestDatabase();
  await expect(
    sql`select nothing from nowhere`.execute(world.database.db),
  ).rejects.toMatchObject({ code: "42P01" });
});
