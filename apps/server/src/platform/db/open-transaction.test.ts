import { expect, test } from "vitest";
import type { DomainEvent, UserId } from "@veche/contracts";
import { createTestDatabase } from "../../../tests/database.ts";
import { serverActor, type UnitOfWork } from "./database.ts";
import { rowsOf, sendOff } from "./statements.ts";

interface Tables {
  settings: { key: string; value: unknown };
}

const insert = `INSERT INTO settings (key, value) VALUES ($1, '{}')`;

async function openSettings() {
  const world = await createTestDatabase<Tables>();
  const told: DomainEvent[] = [];
  world.bus.on("user.created", (event) => void told.push(event));
  const userId = "0190a000-0000-7000-8000-000000000001" as UserId;
  return {
    told,
    keys: async () =>
      (
        await rowsOf<{ key: string }>(
          world.database.db,
          "SELECT key FROM settings ORDER BY key",
          [],
        )
      ).map(({ key }) => key),
    write: (work: (unit: UnitOfWork<Tables>) => Promise<void>) =>
      world.database.transact(serverActor, async (unit) => {
        unit.happened({ type: "user.created", userId });
        await work(unit);
      }),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

test("statements that nobody waits for are done in their order, and before those after them", async () => {
  await using settings = await openSettings();
  await settings.write(async (unit) => {
    await sendOff(unit, insert, ["a"]);
    await sendOff(unit, "UPDATE settings SET key = $1 WHERE key = 'a'", ["b"]);
    const [built, plain] = await Promise.all([
      unit.tx.selectFrom("settings").select("key").execute(),
      rowsOf(unit.tx, "SELECT key FROM settings", []),
    ]);
    expect([built, plain]).toEqual([[{ key: "b" }], [{ key: "b" }]]);
  });
  expect(await settings.keys()).toEqual(["b"]);
  expect(settings.told).toHaveLength(1);
});

test("when the last statement fails, the commit behind it keeps nothing and nobody is told", async () => {
  await using settings = await openSettings();
  const writing = settings.write(async (unit) => {
    await sendOff(unit, insert, ["a"]);
    await sendOff(unit, insert, ["a"]);
  });
  await expect(writing).rejects.toMatchObject({ code: "23505" });
  expect(await settings.keys()).toEqual([]);
  expect(settings.told).toEqual([]);
});

test("the first failure is named, not what failed in its wake", async () => {
  await using settings = await openSettings();
  const writing = settings.write(async (unit) => {
    await sendOff(unit, "SELECT nothing_of_that_name()", []);
    await rowsOf(unit.tx, "SELECT 1", []);
  });
  await expect(writing).rejects.toMatchObject({ code: "42883" });
});

test("a failure that was caught and passed over is no commit", async () => {
  await using settings = await openSettings();
  const writing = settings.write(async (unit) => {
    await sendOff(unit, insert, ["a"]);
    await rowsOf(unit.tx, "SELECT 1 / 0", []).catch(() => []);
  });
  await expect(writing).rejects.toThrow();
  expect(await settings.keys()).toEqual([]);
  expect(settings.told).toEqual([]);
});

test("the connection of a failed transaction serves the next", async () => {
  await using settings = await openSettings();
  for (let round = 0; round < 30; round += 1)
    await expect(
      settings.write((unit) => sendOff(unit, "SELECT 1 / 0", [])),
    ).rejects.toMatchObject({ code: "22012" });
  await settings.write((unit) => sendOff(unit, insert, ["after"]));
  expect(await settings.keys()).toEqual(["after"]);
});

test("work that asks nothing of the database opens no transaction", async () => {
  await using world = await createTestDatabase<Tables>();
  expect(await world.database.transact(serverActor, async () => 7)).toBe(7);
});
