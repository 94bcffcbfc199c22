import { sql } from "kysely";
import pg from "pg";
import { expect, it } from "vitest";
import type { DomainEvent, DurableEvent, UserId } from "@veche/contracts";
import { createTestDatabase } from "../../../tests/database.ts";
import { systemTimers } from "../timers.ts";
import { clientConfig } from "./connection.ts";
import { serverActor } from "./database.ts";
import {
  createOutboxFollower,
  type OutboxFollowerDeps,
} from "./outbox-follower.ts";
import { outboxStart, readOutbox, type OutboxTables } from "./outbox.ts";

function fact(number: number): DomainEvent & DurableEvent {
  // A fixed shape with the number in it, so that the order can be read off.
  const userId =
    `0190a000-0000-7000-8000-${String(number).padStart(12, "0")}` as UserId;
  return { type: "user.created", userId };
}

type World = Awaited<ReturnType<typeof createTestDatabase<OutboxTables>>>;

async function say(world: World, ...numbers: readonly number[]): Promise<void> {
  await world.database.transact(serverActor, async ({ happened }) => {
    for (const number of numbers) happened(fact(number));
  });
}

function follow(
  world: World,
  handle: OutboxFollowerDeps<OutboxTables>["handle"],
) {
  const { database, log } = world;
  return createOutboxFollower<OutboxTables>({
    name: "test",
    database,
    log,
    timers: systemTimers,
    handle,
  });
}

it("a reader gets every fact once, in order, over its own restarts", async () => {
  await using world = await createTestDatabase<OutboxTables>();
  const seen: DurableEvent[] = [];
  const handle: OutboxFollowerDeps<OutboxTables>["handle"] = async (
    _,
    entries,
  ) => {
    seen.push(...entries.map(({ event }) => event));
  };

  await say(world, 1, 2);
  await using first = follow(world, handle);
  await first.catchUp();
  await say(world, 3);
  await using second = follow(world, handle);
  await second.catchUp();

  expect(seen).toEqual([fact(1), fact(2), fact(3)]);
});

it("a fact whose transaction is slow is not skipped by quicker ones after it", async () => {
  await using world = await createTestDatabase<OutboxTables>();
  const seen: DurableEvent[] = [];
  await using reader = follow(world, async (_, entries) => {
    seen.push(...entries.map(({ event }) => event));
  });

  const release = Promise.withResolvers<undefined>();
  const written = Promise.withResolvers<undefined>();
  const slow = world.database.transact(
    serverActor,
    async ({ tx, happened }) => {
      happened(fact(1));
      await sql`select pg_current_xact_id()`.execute(tx);
      written.resolve(undefined);
      await release.promise;
    },
  );
  await written.promise;
  await say(world, 2);
  expect(await readOutbox(world.database.db, outboxStart, 10)).toEqual([]);

  release.resolve(undefined);
  await slow;
  await reader.catchUp();
  expect(seen).toEqual([fact(1), fact(2)]);
});

it("facts whose handling failed come again, and what it had written is undone", async () => {
  await using world = await createTestDatabase<
    OutboxTables & { settings: { key: string; value: string } }
  >();
  let tries = 0;
  await using reader = createOutboxFollower<{
    settings: { key: string; value: string };
  }>({
    name: "test",
    database: world.database,
    log: world.log,
    timers: systemTimers,
    async handle(tx, entries) {
      tries += 1;
      await tx
        .insertInto("settings")
        .values({ key: `seen ${entries.length}`, value: "1" })
        .execute();
      if (tries === 1) throw new Error("not now");
    },
  });
  await world.database.transact(serverActor, async ({ happened }) => {
    happened(fact(1));
  });

  await expect(reader.catchUp()).rejects.toThrow("not now");
  await reader.catchUp();

  const rows = await world.database.db
    .selectFrom("settings")
    .select("key")
    .execute();
  expect(rows).toEqual([{ key: "seen 1" }]);
});

it("a commit wakes the reader", async () => {
  await using world = await createTestDatabase<OutboxTables>();
  const seen = Promise.withResolvers<DurableEvent | undefined>();
  await using reader = createOutboxFollower<OutboxTables>({
    name: "test",
    database: world.database,
    log: world.log,
    // The regular look never comes here: only the commit can wake it.
    timers: {
      ...systemTimers,
      every: () => ({ [Symbol.dispose]: () => undefined }),
    },
    async handle(_, entries) {
      seen.resolve(entries[0]?.event);
    },
  });
  reader.start();
  await reader.catchUp();
  await say(world, 1);
  expect(await seen.promise).toEqual(fact(1));
});

it("a reader of the same name in another process waits, so nothing is handled twice", async () => {
  await using world = await createTestDatabase<OutboxTables>();
  await say(world, 1);
  const seen: DurableEvent[] = [];
  const handle: OutboxFollowerDeps<OutboxTables>["handle"] = async (
    _,
    entries,
  ) => {
    seen.push(...entries.map(({ event }) => event));
  };
  await using one = follow(world, handle);
  await using two = follow(world, handle);
  await Promise.all([one.catchUp(), two.catchUp()]);
  expect(seen).toEqual([fact(1)]);
});

it("is not held up by a reader's own open connection that only reads", async () => {
  await using world = await createTestDatabase<OutboxTables>();
  const idle = new pg.Client(clientConfig(world.connection));
  await idle.connect();
  await idle.query("begin isolation level repeatable read");
  await idle.query("select count(*) from outbox");
  await say(world, 1);
  const seen: DurableEvent[] = [];
  await using reader = follow(world, async (_, entries) => {
    seen.push(...entries.map(({ event }) => event));
  });
  await reader.catchUp();
  await idle.end();
  expect(seen).toEqual([fact(1)]);
});
