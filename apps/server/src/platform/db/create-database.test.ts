import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import type { DomainEvent, RequestId, UserId } from "@veche/contracts";
import { createTestDatabase } from "../../../tests/database.ts";
import { serverActor } from "./database.ts";

// Ids of a fixed shape, so that the test reads what it wrote.
const userId = "0190a000-0000-7000-8000-000000000001" as UserId;
const requestId = "0190a000-0000-7000-8000-000000000002" as RequestId;
const created: DomainEvent = { type: "user.created", userId };
const changed: DomainEvent = { type: "request.changed", requestId };

interface Tables {
  settings: { key: string; value: unknown };
}

describe("a transaction", () => {
  it("keeps durable facts in the outbox and tells all of them after the commit, in order", async () => {
    await using world = await createTestDatabase<Tables>();
    const told: DomainEvent[] = [];
    world.bus.on("user.created", (event) => void told.push(event));
    world.bus.on("request.changed", (event) => void told.push(event));

    const result = await world.database.transact(
      { id: userId, name: "Anna", address: "::1" },
      async ({ tx, happened }) => {
        happened(changed);
        happened(created);
        await tx
          .insertInto("settings")
          .values({ key: "a", value: JSON.stringify({ someKey: 1 }) })
          .execute();
        expect(told).toEqual([]);
        return "done";
      },
    );

    expect(result).toBe("done");
    expect(told).toEqual([changed, created]);
    expect(await world.outboxEvents()).toEqual([
      { ...created, actor: { id: userId, name: "Anna", address: "::1" } },
    ]);
    const row = await world.database.db
      .selectFrom("settings")
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      key: "a",
      value: { someKey: 1 },
    });
  });

  it("says nothing and keeps nothing when its work fails", async () => {
    await using world = await createTestDatabase<Tables>();
    const told: DomainEvent[] = [];
    world.bus.on("user.created", (event) => void told.push(event));

    const failing = world.database.transact(
      serverActor,
      async ({ tx, happened }) => {
        await tx
          .insertInto("settings")
          .values({ key: "a", value: "1" })
          .execute();
        happened(created);
        throw new Error("no");
      },
    );

    await expect(failing).rejects.toThrow("no");
    expect(told).toEqual([]);
    expect(await world.outboxEvents()).toEqual([]);
    expect(
      await world.database.db.selectFrom("settings").selectAll().execute(),
    ).toEqual([]);
  });

  it("is tried again when PostgreSQL asks for it, and tells its facts once", async () => {
    await using world = await createTestDatabase<Tables>();
    let tries = 0;
    await world.database.transact(serverActor, async ({ tx, happened }) => {
      tries += 1;
      happened(created);
      if (tries < 3)
        await sql`do $$ begin raise exception 'again' using errcode = '40001'; end $$`.execute(
          tx,
        );
    });
    expect(tries).toBe(3);
    expect(await world.outboxEvents()).toHaveLength(1);
  });
});

it("counts come as numbers", async () => {
  await using world = await createTestDatabase<Tables>();
  const { rows } = await sql<{
    rowCount: number;
  }>`select count(*) as row_count from settings`.execute(world.database.db);
  expect(rows).toEqual([{ rowCount: 0 }]);
});
